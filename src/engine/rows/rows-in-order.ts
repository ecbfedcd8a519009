import { countAtOrAbove } from "../../core/score/threshold";
import type { ExportRequest } from "../protocol";
import type { StoredRun } from "../stored-run";

/** The rows that an export wants, in the order in which they are written: all as in the file, flagged ones the strangest first. */
export function rowsInOrder(
  { table, result }: StoredRun,
  { rows, threshold, limit }: Pick<ExportRequest, "rows" | "threshold" | "limit">,
): Uint32Array {
  if (rows === "flagged")
    return result.order.subarray(0, Math.min(limit ?? Infinity, countAtOrAbove(result.sorted, threshold)));
  const wanted = new Uint32Array(Math.min(limit ?? Infinity, table.dataset.rowCount));
  for (let row = 0; row < wanted.length; row++) wanted[row] = row;
  return wanted;
}
