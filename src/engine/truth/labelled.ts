import { coreKindOf } from "../../core/kinds/kinds";
import { cellOf, type Column } from "../../core/data/column";
import type { Dataset } from "../../core/data/dataset";
import type { Recipe } from "../../core/prepare/recipe";

/** The column whose role is "label", and what of it is taken for strange among `rows` (see CoreKind.strangeValues). */
export interface Labelled {
  readonly column: number;
  readonly source: Column;
  readonly positive: string;
  isPositive(row: number): boolean;
}

/** More different values than this are no labels. */
const MAX_LABEL_VALUES = 50;

/** Null where no column is a label, or the label has one value only, or too many. */
export function labelledBy(dataset: Dataset, recipe: Recipe, rows: Uint32Array): Labelled | null {
  const column = recipe.columns.findIndex(({ role }) => role === "label");
  const source = dataset.columns[column];
  if (!source) return null;
  const values = rarestFirst(source, rows);
  if (values.length === 0) return null;
  const strange = coreKindOf(recipe.rowKind).strangeValues(values);
  const positives = new Set(strange);
  return {
    column,
    source,
    positive: strange.join(", "),
    isPositive: (row) => positives.has(String(cellOf(source, row))),
  };
}

/** 1 for each row that is labelled, and not as strange; null where rows are not labelled. */
export function normalRows(dataset: Dataset, recipe: Recipe, rows: Uint32Array): Uint8Array | null {
  const labelled = labelledBy(dataset, recipe, rows);
  if (!labelled) return null;
  const { source, isPositive } = labelled;
  return Uint8Array.from(rows, (row) => (cellOf(source, row) !== null && !isPositive(row) ? 1 : 0));
}

/** The different values, the rarest first; none where there is one only, or too many. */
function rarestFirst(column: Column, rows: Uint32Array): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = cellOf(column, row);
    if (value === null) continue;
    counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    if (counts.size > MAX_LABEL_VALUES) return [];
  }
  if (counts.size < 2) return [];
  return [...counts].sort((a, b) => a[1] - b[1]).map(([value]) => value);
}
