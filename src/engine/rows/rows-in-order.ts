import { countAtOrAbove } from "../../core/score/threshold";
import type { ExportRequest } from "../protocol";
import type { StoredRun } from "../stored-run";

/**
 * The rows that an export wants, in the order in which they are written: all and those that are not flagged as in the file,
 * flagged ones the strangest first, given ones as they are given.
 */
export function rowsInOrder(
  { table, result }: StoredRun,
  { rows, threshold, limit }: Pick<ExportRequest, "rows" | "threshold" | "limit">,
): Uint32Array {
  if (rows === "flagged")
    return result.order.subarray(0, Math.min(limit ?? Infinity, countAtOrAbove(result.sorted, threshold)));
  if (typeof rows !== "string") return rows.subarray(0, limit);
  if (rows === "unflagged") {
    const kept = new Uint32Array(table.dataset.rowCount);
    let count = 0;
    // A row without a score is not flagged.
    for (let row = 0; row < kept.length && count < (limit ?? Infinity); row++)
      if (!((result.scores[row] ?? NaN) >= threshold)) kept[count++] = row;
    return kept.slice(0, count);
  }
  const wanted = new Uint32Array(Math.min(limit ?? Infinity, table.dataset.rowCount));
  for (let row = 0; row < wanted.length; row++) wanted[row] = row;
  return wanted;
}
