import type { RunResult } from "../engine/protocol";
import type { Mark } from "../core/project/mark";

/** The marks of the table on screen, by row. */
export interface MarkedRows {
  readonly byRow: ReadonlyMap<number, Mark>;
  /** Marks of rows that the table does not have, or has no more. */
  readonly lost: readonly Mark[];
}

export const NO_MARKED_ROWS: MarkedRows = { byRow: new Map(), lost: [] };

/** Which rows a mark leaves in the table. */
export type MarkFilter = Mark["verdict"] | "unmarked";

/** The next row after `from` without a mark, from the top again behind the last; null where there is none. */
export function nextUnmarked(rows: Uint32Array, from: number, { byRow }: MarkedRows): number | null {
  const at = rows.indexOf(from);
  for (let step = 1; step <= rows.length; step++) {
    const row = rows[(at + step) % rows.length];
    if (row !== undefined && row !== from && !byRow.has(row)) return row;
  }
  return null;
}

/** Which rows a filter by mark names, ascending, and whether they are those that stay. */
export function rowsByMark(
  { byRow }: MarkedRows,
  filter: MarkFilter,
): { readonly rows: Uint32Array; readonly stay: boolean } {
  const stay = filter !== "unmarked";
  const rows = [...byRow].flatMap(([row, { verdict }]) => (!stay || verdict === filter ? [row] : []));
  return { rows: Uint32Array.from(rows).sort(), stay };
}

/** The row that a guided result is least sure of and nobody has marked: its score is the nearest to where strange begins; null where all are marked. */
export function leastSureRow(
  { order, scores }: Pick<RunResult, "order" | "scores">,
  { byRow }: MarkedRows,
): number | null {
  let least: number | null = null;
  for (const row of order)
    if (!byRow.has(row) && (least === null || Math.abs(scores[row] ?? NaN) < Math.abs(scores[least] ?? NaN)))
      least = row;
  return least;
}

/** Rows with a verdict that is not open, ascending, and whether it is "anomaly". */
export function decidedRows({ byRow }: MarkedRows): { readonly rows: Uint32Array; readonly strange: Uint8Array } {
  const said = [...byRow].filter(([, { verdict }]) => verdict !== "unsure").sort(([a], [b]) => a - b);
  return {
    rows: Uint32Array.from(said, ([row]) => row),
    strange: Uint8Array.from(said, ([, { verdict }]) => (verdict === "anomaly" ? 1 : 0)),
  };
}
