import { countAtOrAbove } from "../../core/score/threshold";
import type { ExportRequest } from "../protocol";
import type { StoredRun } from "../stored-run";

/** The rows that an export wants, in the order in which they are written: all as in the file, flagged ones the strangest first. */
export function rowsInOrder(
  { table, result }: StoredRun,
  { rows, threshold, limit }: Pick<ExportRequest, "rows" | "threshold" | "limit">,
): Uint32Array {
  const all =
    rows === "flagged"
      ? result.order.subarray(0, countAtOrAbove(result.sorted, threshold))
      : Uint32Array.from({ length: table.dataset.rowCount }, (_, row) => row);
  return limit === undefined ? all : all.subarray(0, limit);
}
