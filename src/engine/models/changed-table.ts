import type { Cell, Column } from "../../core/data/column";
import { changedColumns } from "../../core/data/changed-columns";
import type { Dataset } from "../../core/data/dataset";

/** Cells of one row that are something else than the file says, by position of their column; null is missing. */
export type ChangedCells = readonly { readonly column: number; readonly cell: Cell }[];

/** The table with other cells in one row. */
export function changedDataset(dataset: Dataset, row: number, cells: ChangedCells): Dataset {
  const columns = changedColumns(
    dataset.columns,
    cells.map((change) => ({ ...change, row })),
  );
  return { ...dataset, columns };
}

/** A table of one row only, once with each of these changes. */
export function changedRows(dataset: Dataset, row: number, many: readonly ChangedCells[]): Dataset {
  const columns = changedColumns(
    dataset.columns.map((column) => repeated(column, row, many.length)),
    many.flatMap((cells, at) => cells.map((change) => ({ ...change, row: at }))),
  );
  return { ...dataset, columns, rowCount: many.length, sourceRows: null };
}

function repeated(column: Column, row: number, times: number): Column {
  switch (column.kind) {
    case "number":
    case "time":
      return { ...column, values: new Float64Array(times).fill(column.values[row]!) }; // a row of the table
    case "category":
      return { ...column, codes: new Int32Array(times).fill(column.codes[row]!) }; // a row of the table
    case "text":
      return { ...column, values: new Array<string>(times).fill(column.values[row]!) }; // a row of the table
    default:
      return column satisfies never;
  }
}
