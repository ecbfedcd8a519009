import type { Column } from "../../core/data/column";
import type { Dataset } from "../../core/data/dataset";
import type { Recipe } from "../../core/prepare/recipe";
import { guessStrange } from "../../core/truth/guess-strange";
import { labelledIn, type SaidByLabel } from "../../core/truth/labelled-in";
import { labelValuesOf } from "../../core/truth/label-values";
import type { LabelValues } from "../protocol";

/** What a label column says of rows. */
export interface Labelled extends SaidByLabel {
  readonly column: number;
}

/**
 * The column whose role is "label"; `strange` are its values that mean strange, null: as they are guessed. Null where no
 * column is a label, or the label has one value only, or too many.
 */
export function labelledBy(dataset: Dataset, recipe: Recipe, strange: readonly string[] | null): Labelled | null {
  const column = recipe.columns.findIndex(({ role }) => role === "label");
  const source = dataset.columns[column];
  const labelled = source && labelledIn(source, strange);
  return labelled ? { column, ...labelled } : null;
}

/** 1 for each row that is labelled, and not as strange; null where rows are not labelled. */
export function normalRows(
  dataset: Dataset,
  recipe: Recipe,
  rows: Uint32Array,
  strange: readonly string[] | null,
): Uint8Array | null {
  const labelled = labelledBy(dataset, recipe, strange);
  return labelled && Uint8Array.from(rows, (row) => (labelled.of(row) === 0 ? 1 : 0));
}

/** The values of a column as a label, and which of them seem to mean strange; null where it can be none. */
export function labelValuesIn(column: Column | undefined): LabelValues | null {
  const coded = column && labelValuesOf(column);
  if (!coded) return null;
  const values = [...coded.values].sort((a, b) => b.count - a.count);
  return { values, ...guessStrange(column.name, coded.values) };
}
