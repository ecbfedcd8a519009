import { exclusiveParts, votesByRow, type Parts } from "../../core/score/agreement";
import { countAtOrAbove } from "../../core/score/threshold";
import type { ViewRequest } from "../protocol";
import { stabilityOfRun } from "./reruns";
import type { StoredRun } from "../stored-run";

interface Threshold {
  readonly run: StoredRun;
  readonly threshold: number;
}

/** All rows that are flagged by any of some runs of one table, split by which of them flag it. */
export function splitRuns(thresholds: readonly Threshold[]): Parts {
  return exclusiveParts(thresholds.map(flaggedBy), thresholds[0]?.run.table.dataset.rowCount ?? 0);
}

/** What a view counts by row where it is sorted by a count; null where it is not. */
export function countsFor(
  { sort, panel = [], rule }: ViewRequest,
  run: StoredRun | null,
  runOf: (key: string) => StoredRun,
): Uint8Array | null {
  if (!run) return null;
  if (sort.by === "votes")
    return votesByRow(
      panel.map((one) => flaggedBy({ run: runOf(one.run), threshold: one.threshold })),
      run.table.dataset.rowCount,
    );
  return sort.by === "stability" && rule ? stabilityOfRun(run, rule).counts : null;
}

function flaggedBy({ run: { result }, threshold }: Threshold): Uint32Array {
  return result.order.subarray(0, countAtOrAbove(result.sorted, threshold));
}
