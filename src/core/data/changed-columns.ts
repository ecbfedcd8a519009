import type { Cell, Column } from "./column";

/** A cell that is something else than it was read. */
export interface ChangedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** The columns with other cells; those that nothing changes are the same. */
export function changedColumns(columns: readonly Column[], changes: readonly ChangedCell[]): readonly Column[] {
  return columns.map((column, at) => {
    const own = changes.filter((change) => change.column === at);
    return own.length === 0 ? column : withCells(column, own);
  });
}

function withCells(column: Column, changes: readonly ChangedCell[]): Column {
  switch (column.kind) {
    case "number":
    case "time": {
      const values = column.values.slice();
      for (const { row, cell } of changes) values[row] = typeof cell === "number" ? cell : NaN;
      return { ...column, values };
    }
    case "category": {
      const codes = column.codes.slice();
      const levels = [...column.levels];
      for (const { row, cell } of changes) {
        if (cell !== null && !levels.includes(String(cell))) levels.push(String(cell));
        codes[row] = cell === null ? -1 : levels.indexOf(String(cell));
      }
      return { ...column, codes, levels };
    }
    case "text": {
      const values = [...column.values];
      for (const { row, cell } of changes) values[row] = String(cell ?? "");
      return { ...column, values };
    }
    default:
      return column satisfies never;
  }
}
