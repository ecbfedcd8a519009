import { lowerBound, sortedFinite } from "../math/sort";
import type { RowsByGroup } from "./group-rows";

/**
 * log(1 + seconds) between each row and the one before it in time, within its group where groups are
 * given. NaN for missing times and for the first row. Of rows at the same moment, the first in the file
 * has the gap and the others none (0).
 */
export function timeGapsOf(times: Float64Array, groups: RowsByGroup | null): Float64Array {
  const gaps = new Float64Array(times.length).fill(NaN);
  if (!groups) {
    fillGaps(gaps, times, null);
    return gaps;
  }
  for (let group = 0; group + 1 < groups.starts.length; group++)
    fillGaps(gaps, times, groups.rows.subarray(groups.starts[group], groups.starts[group + 1]));
  return gaps;
}

function fillGaps(gaps: Float64Array, times: Float64Array, rows: Uint32Array | null): void {
  const own = rows ? Float64Array.from(rows, (row) => times[row] ?? NaN) : times;
  const sorted = sortedFinite(own);
  const taken = new Uint8Array(sorted.length);
  own.forEach((time, i) => {
    if (!Number.isFinite(time)) return;
    const row = rows ? (rows[i] ?? 0) : i;
    const at = lowerBound(sorted, time);
    if (taken[at]) gaps[row] = 0;
    else if (at > 0) gaps[row] = Math.log1p((time - (sorted[at - 1] ?? time)) / 1000);
    taken[at] = 1;
  });
}
