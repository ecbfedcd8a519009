import type { RowsToWrite } from "../../io/write/file-writer";

/** Cells that are written, and rows that are explained, before others get their turn: some ten milliseconds each. */
const CELLS_AT_ONCE = 50_000;
const EXPLAINED_AT_ONCE = 100;

/** Rows cut into portions that each take little time. `isSlow` says which rows take long. */
export function* inPortions(
  { rows, cell }: RowsToWrite,
  columns: number,
  isSlow: (row: number) => boolean,
): Generator<RowsToWrite> {
  const most = Math.max(1, Math.floor(CELLS_AT_ONCE / Math.max(1, columns)));
  let slow = 0;
  let from = 0;
  for (let at = 0; at < rows.length; at++) {
    if (isSlow(rows[at]!)) slow++; // at < length
    const to = at + 1;
    if (to < rows.length && to - from < most && slow < EXPLAINED_AT_ONCE) continue;
    const start = from;
    yield { rows: rows.subarray(start, to), cell: cell && ((one, column) => cell(start + one, column)) };
    from = to;
    slow = 0;
  }
}
