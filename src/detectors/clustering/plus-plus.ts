import { squaredDistance } from "../../core/math/distance";
import type { Rows } from "./hamerly";

/**
 * Starting centroids by greedy k-means++ (Arthur & Vassilvitskii 2007): each next one is drawn among the rows with
 * a chance in proportion to the squared distance from those already drawn, `trials` times, and the draw that
 * leaves the smallest sum of squared distances is kept. Fewer than `k` when there are fewer different rows.
 */
export function plusPlusCentroids(rows: Rows, k: number, trials: number, random: () => number): Float64Array {
  const { values, count, width } = rows;
  const centroids = new Float64Array(k * width);
  let nearest = new Float64Array(count).fill(Infinity);
  let trying = new Float64Array(count);
  let best = new Float64Array(count);
  let drawn = Math.floor(random() * count);
  let total = narrow(rows, nearest, drawn, nearest);
  for (let found = 1; ; found++) {
    centroids.set(values.subarray(drawn * width, (drawn + 1) * width), (found - 1) * width);
    if (found === k || !(total > 0)) return centroids.slice(0, found * width);
    const reach = total;
    total = Infinity;
    for (let trial = 0; trial < trials; trial++) {
      const row = drawInProportion(nearest, random() * reach);
      const after = narrow(rows, nearest, row, trying);
      if (after >= total) continue;
      total = after;
      drawn = row;
      [best, trying] = [trying, best];
    }
    [nearest, best] = [best, nearest];
  }
}

/** Writes to `out` the squared distances to the nearest centroid once `row` is one too; returns their sum. */
function narrow({ values, count, width }: Rows, nearest: Float64Array, row: number, out: Float64Array): number {
  let total = 0;
  for (let other = 0; other < count; other++) {
    const here = squaredDistance(values, other * width, values, row * width, width);
    const before = nearest[other]!; // other < count
    const least = here < before ? here : before;
    out[other] = least;
    total += least;
  }
  return total;
}

/** The row at which the running sum of weights passes `target`; never one of weight 0. */
function drawInProportion(weights: Float64Array, target: number): number {
  let sum = 0;
  let last = 0;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!; // row < length
    if (weight === 0) continue;
    sum += weight;
    last = row;
    if (sum > target) break;
  }
  return last;
}
