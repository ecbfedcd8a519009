import { cellOf, type Column } from "../../core/data/column";
import type { Dataset } from "../../core/data/dataset";
import type { Recipe } from "../../core/prepare/recipe";

/** The column whose role is "label", and its value that is taken for strange: the rarest among `rows`. */
export interface Labelled {
  readonly column: number;
  readonly source: Column;
  readonly positive: string;
  isPositive(row: number): boolean;
}

/** More different values than this are no labels. */
const MOST_VALUES = 50;

/** Null where no column is a label, or the label has one value only, or too many. */
export function labelledBy(dataset: Dataset, recipe: Recipe, rows: Uint32Array): Labelled | null {
  const column = recipe.columns.findIndex(({ role }) => role === "label");
  const source = dataset.columns[column];
  if (!source) return null;
  const positive = rarestValue(source, rows);
  if (positive === null) return null;
  return { column, source, positive, isPositive: (row) => String(cellOf(source, row)) === positive };
}

/** 1 for each row that is labelled, and not as strange; null where rows are not labelled. */
export function normalRows(dataset: Dataset, recipe: Recipe, rows: Uint32Array): Uint8Array | null {
  const labelled = labelledBy(dataset, recipe, rows);
  if (!labelled) return null;
  const { source, positive } = labelled;
  return Uint8Array.from(rows, (row) => {
    const value = cellOf(source, row);
    return value !== null && String(value) !== positive ? 1 : 0;
  });
}

function rarestValue(column: Column, rows: Uint32Array): string | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = cellOf(column, row);
    if (value === null) continue;
    counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    if (counts.size > MOST_VALUES) return null;
  }
  if (counts.size < 2) return null;
  return [...counts].reduce((rarest, entry) => (entry[1] < rarest[1] ? entry : rarest))[0];
}
