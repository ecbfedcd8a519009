import type { Column } from "./column";
import type { Dataset } from "./dataset";

/** A table of some rows of another, in the order of `rows`; positions of columns and codes of levels stay as they are. */
export function someRows(dataset: Dataset, rows: Uint32Array): Dataset {
  const { sourceRows } = dataset;
  return {
    name: dataset.name,
    rowCount: rows.length,
    columns: dataset.columns.map((column) => someCells(column, rows)),
    sourceRows: sourceRows ? rows.map((row) => sourceRows[row]!) : rows, // rows of the table
  };
}

function someCells(column: Column, rows: Uint32Array): Column {
  switch (column.kind) {
    case "number":
    case "time":
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) }; // rows of the table
    case "category":
      return { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) }; // rows of the table
    case "text":
      return { ...column, values: Array.from(rows, (row) => column.values[row]!) }; // rows of the table
    default:
      return column satisfies never;
  }
}
