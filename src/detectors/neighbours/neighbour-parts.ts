import type { Attribution } from "../../core/explain/attribution";
import type { KdTree } from "./kd-tree";
import type { Found } from "./nearest";

/**
 * Splits a score over the features by how far the neighbours lie away in each: the mean over the neighbours of
 * (x_j - n_j)^2 / distance, which adds up to the mean distance, times score / mean distance. Expected is the mean of
 * the neighbours.
 */
export function neighbourParts(tree: KdTree, found: Found, row: Float32Array, score: number): Attribution {
  const { width, values } = tree;
  const parts = new Float64Array(width);
  const mean = new Float64Array(width);
  let total = 0;
  for (let at = 0; at < found.count; at++) {
    const distance = Math.sqrt(found.squares[at]!); // at < count
    const start = found.rows[at]! * width; // at < count
    total += distance;
    for (let j = 0; j < width; j++) {
      const value = values[start + j]!; // a row of `width` numbers
      mean[j]! += value / found.count; // j < width
      if (distance > 0) parts[j]! += ((value - row[j]!) / distance) * (value - row[j]!); // j < width
    }
  }
  return {
    over: "features",
    values: Float32Array.from(parts, (part) => (total > 0 ? (part / total) * score : 0)),
    expected: found.count > 0 ? Float32Array.from(mean) : row.slice(),
    additive: true,
  };
}
