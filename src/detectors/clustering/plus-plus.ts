import { squaredDistance } from "../../core/math/distance";
import type { Rows } from "./hamerly";

/**
 * Starting centroids by k-means++ (Arthur & Vassilvitskii 2007): each next one is a row drawn with a chance
 * in proportion to its squared distance from those already drawn. Fewer than `k` when there are fewer
 * different rows.
 */
export function plusPlusCentroids(rows: Rows, k: number, random: () => number): Float64Array {
  const { values, count, width } = rows;
  const centroids = new Float64Array(k * width);
  const distance = new Float64Array(count).fill(Infinity);
  let drawn = Math.floor(random() * count);
  for (let found = 0; found < k; found++) {
    centroids.set(values.subarray(drawn * width, (drawn + 1) * width), found * width);
    let total = 0;
    for (let row = 0; row < count; row++) {
      const here = squaredDistance(values, row * width, values, drawn * width, width);
      if (here < distance[row]!) distance[row] = here; // row < count
      total += distance[row]!; // as above
    }
    if (!(total > 0)) return centroids.slice(0, (found + 1) * width);
    drawn = drawInProportion(distance, random() * total);
  }
  return centroids;
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
