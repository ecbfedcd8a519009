import { cellOf } from "./column";
import type { Dataset } from "./dataset";

/** Which rows are meant, by the values of one column. */
export type ColumnFilter =
  | { readonly column: number; readonly kind: "range"; readonly min: number | null; readonly max: number | null }
  | { readonly column: number; readonly kind: "levels"; readonly levels: readonly string[] }
  | { readonly column: number; readonly kind: "missing" };

/** Whether a row is meant; a filter of a column that is not there means every row. */
export function filterTest(dataset: Dataset, filter: ColumnFilter): (row: number) => boolean {
  const column = dataset.columns[filter.column];
  if (!column) return () => true;
  switch (filter.kind) {
    case "missing":
      return (row) => cellOf(column, row) === null;
    case "range": {
      const { min, max } = filter;
      return (row) => {
        const value = cellOf(column, row);
        return typeof value === "number" && (min === null || value >= min) && (max === null || value <= max);
      };
    }
    case "levels": {
      const levels = new Set(filter.levels);
      return (row) => {
        const value = cellOf(column, row);
        return typeof value === "string" && levels.has(value);
      };
    }
    default:
      return filter satisfies never;
  }
}
