import type { Cell, Column } from "../../core/data/column";
import { changedColumns } from "../../core/data/changed-columns";
import type { Dataset } from "../../core/data/dataset";

/** Cells of one row that are something else than the file says, by position of their column; null is missing. */
export type ChangedCells = readonly { readonly column: number; readonly cell: Cell }[];

/** The table with other cells in one row; only that row where it is judged alone. */
export function changedDataset(dataset: Dataset, row: number, cells: ChangedCells, alone: boolean): Dataset {
  const kept = alone ? dataset.columns.map((column) => onlyRow(column, row)) : dataset.columns;
  const at = alone ? 0 : row;
  const columns = changedColumns(
    kept,
    cells.map((change) => ({ ...change, row: at })),
  );
  return alone ? { ...dataset, columns, rowCount: 1, sourceRows: null } : { ...dataset, columns };
}

function onlyRow(column: Column, row: number): Column {
  switch (column.kind) {
    case "number":
    case "time":
      return { ...column, values: column.values.slice(row, row + 1) };
    case "category":
      return { ...column, codes: column.codes.slice(row, row + 1) };
    case "text":
      return { ...column, values: column.values.slice(row, row + 1) };
    default:
      return column satisfies never;
  }
}
