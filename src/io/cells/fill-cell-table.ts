import type { CellTable } from "../delimited/cell-table";

/** Lays rows of cells into a table of positions, as if they had stood in one text. */
export function fillCellTable(table: CellTable, rows: readonly (readonly string[])[], width: number): void {
  table.reset(rows.map((row) => row.join("")).join(""), rows.length * width, rows.length);
  let at = 0;
  let cell = 0;
  for (const row of rows) {
    for (const text of row) {
      table.starts[cell] = at;
      at += text.length;
      table.ends[cell++] = at;
    }
    table.firsts[++table.rows] = cell;
  }
}
