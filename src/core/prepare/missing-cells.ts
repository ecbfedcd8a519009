import type { Column } from "../data/column";

/** Whether the cell of a column is missing, by row. An absent column is missing everywhere. */
export function missingTestOf(column: Column | null): (row: number) => boolean {
  if (!column) return () => true;
  switch (column.kind) {
    case "number":
    case "time":
      return (row) => Number.isNaN(column.values[row]);
    case "category":
      return (row) => (column.codes[row] ?? -1) < 0;
    case "text":
      return (row) => !column.values[row];
    default:
      return column satisfies never;
  }
}

/** The rows, ascending, in which none of the columns is missing. */
export function completeRows(rowCount: number, columns: readonly (Column | null)[]): Uint32Array {
  const rows = new Uint32Array(rowCount);
  if (columns.length === 0) {
    for (let row = 0; row < rowCount; row++) rows[row] = row;
    return rows;
  }
  const tests = columns.map(missingTestOf);
  let kept = 0;
  for (let row = 0; row < rowCount; row++) {
    let complete = true;
    for (const isMissing of tests) if (isMissing(row)) complete = false;
    if (complete) rows[kept++] = row;
  }
  return rows.subarray(0, kept);
}
