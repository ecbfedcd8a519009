import type { Recipe } from "../../core/prepare/recipe";
import { saidTogether, type Saying } from "../../core/truth/truth-sources";
import type { KnownRequest } from "../protocol";
import type { Table } from "../tables";
import { labelledBy } from "./labelled";
import { counts, knownBy, type KnownBy, saidByMarks } from "./truth";

/** By what a detector is taught; where nothing was said, by nothing. */
export function taughtBy(taught: KnownRequest | undefined): KnownBy {
  return knownBy(taught ?? { sources: [] });
}

/** What the sources that count say of each row of a table. */
export function sayingOf(table: Table, recipe: Recipe, by: KnownBy, others: readonly Saying[] = []): Saying {
  const labelled = counts(by, "label") ? labelledBy(table.dataset, recipe, by.strange) : null;
  return saidTogether(saidByMarks(by), [...(labelled ? [labelled.of] : []), ...others]);
}

/** The same of samples, by the row that each comes from: -1 where nothing is known. */
export function saidOf(origin: Uint32Array, saying: Saying): Int8Array {
  return Int8Array.from(origin, (row) => saying(row) ?? -1);
}
