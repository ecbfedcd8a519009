import { countAtOrAbove } from "../../core/score/threshold";
import type { Things } from "../calls/findings";
import type { Standing } from "../engine-kind";
import type { StoredRun } from "../stored-run";

/** Of rows each for itself: those flagged, the strangest first. */
export function rowThings({ result: { order, sorted } }: StoredRun, { threshold, most }: Standing): Things {
  const total = countAtOrAbove(sorted, threshold);
  const rows = order.subarray(0, Math.min(most, total));
  return { total, things: Array.from(rows, (row) => ({ row, place: { is: "row" } })) };
}
