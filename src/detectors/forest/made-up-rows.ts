import { lowerBound } from "../../core/math/sort";

export type MadeUp = "shuffled" | "spread" | "both";

/**
 * Writes as many made-up rows behind the `real` ones of `values` as there are. "shuffled": every column keeps
 * its values and loses its partners; values are drawn anew, because a plain permutation leaves both classes
 * so alike that no first cut tells them apart. "spread": every column takes values as often where they are rare as where they are
 * common, by drawing uniformly over its range and moving to the nearest value that occurs. "both": half of each.
 */
export function makeUpRows(values: Float32Array, real: number, width: number, how: MadeUp, random: () => number): void {
  const spread = how === "spread" ? real : how === "both" ? real >>> 1 : 0;
  const column = new Float32Array(real);
  for (let feature = 0; feature < width; feature++) {
    for (let row = 0; row < real; row++) column[row] = values[row * width + feature]!; // row < real
    for (let row = spread; row < real; row++)
      values[(real + row) * width + feature] = column[Math.floor(random() * real)]!; // below real
    if (spread === 0) continue;
    column.sort();
    const low = column[0]!; // real > 0
    const range = column[real - 1]! - low; // real > 0
    for (let row = 0; row < spread; row++)
      values[(real + row) * width + feature] = nearestIn(column, low + random() * range);
  }
}

function nearestIn(sorted: Float32Array, value: number): number {
  const above = Math.min(sorted.length - 1, lowerBound(sorted, value));
  const high = sorted[above]!; // above < length
  const low = sorted[Math.max(0, above - 1)]!; // sorted is not empty
  return value - low < high - value ? low : high;
}
