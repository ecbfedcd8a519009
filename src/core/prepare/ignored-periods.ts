import type { Dataset } from "../data/dataset";
import type { Note } from "../data/note";
import { labelsWithin } from "../series/labelled-windows";
import type { Recipe } from "./recipe";

/** 1 for each row that lies in a period to ignore; null where none is, or the column is none of times or numbers. */
export function ignoredRows({ columns }: Dataset, { ignored }: Pick<Recipe, "ignored">): Uint8Array | null {
  const column = columns[ignored?.column ?? -1];
  if (!ignored || ignored.windows.length === 0) return null;
  if (column?.kind !== "time" && column?.kind !== "number") return null;
  return labelsWithin(column.values, ignored.windows, column.kind === "time" ? column.zone : undefined);
}

/** These rows, ascending, without those in a period to ignore. */
export function withoutIgnored(rows: Uint32Array, ignored: Uint8Array | null): Uint32Array {
  return ignored ? rows.filter((row) => ignored[row] !== 1) : rows;
}

/** What is told where rows lie in periods to ignore. */
export function ignoredNotes(ignored: Uint8Array | null): readonly Note[] {
  const count = ignored?.reduce((sum, one) => sum + one, 0) ?? 0;
  return count > 0 ? [{ code: "prepare.ignored", values: { count } }] : [];
}
