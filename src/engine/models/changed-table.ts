import type { Cell, Column } from "../../core/data/column";
import type { Dataset } from "../../core/data/dataset";

/** Cells of one row that are something else than the file says, by position of their column; null is missing. */
export type ChangedCells = readonly { readonly column: number; readonly cell: Cell }[];

/** The table with other cells in one row; only that row where it is judged alone. */
export function changedDataset(dataset: Dataset, row: number, cells: ChangedCells, alone: boolean): Dataset {
  const changed = new Map(cells.map(({ column, cell }) => [column, cell]));
  const columns = dataset.columns.map((column, at) => {
    const kept = alone ? onlyRow(column, row) : column;
    const cell = changed.get(at);
    return cell === undefined ? kept : withCell(kept, alone ? 0 : row, cell);
  });
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

function withCell(column: Column, row: number, cell: Cell): Column {
  switch (column.kind) {
    case "number":
    case "time": {
      const values = column.values.slice();
      values[row] = typeof cell === "number" ? cell : NaN;
      return { ...column, values };
    }
    case "category": {
      const codes = column.codes.slice();
      if (cell === null) codes[row] = -1;
      else if (column.levels.includes(String(cell))) codes[row] = column.levels.indexOf(String(cell));
      else {
        codes[row] = column.levels.length;
        return { ...column, codes, levels: [...column.levels, String(cell)] };
      }
      return { ...column, codes };
    }
    case "text":
      return { ...column, values: column.values.map((text, at) => (at === row ? String(cell ?? "") : text)) };
    default:
      return column satisfies never;
  }
}
