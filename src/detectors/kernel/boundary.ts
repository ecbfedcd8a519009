import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import { squaredDistance } from "../../core/math/distance";
import type { Points } from "./rbf";

/** Weighted points whose kernel sum falls below `rho` outside the boundary. */
export interface OneClassModel {
  readonly points: Points;
  /** They add up to about 1. */
  readonly weights: Float64Array;
  readonly gamma: number;
  readonly rho: number;
  /** Rows on the boundary, or the outer ones nearest to it. */
  readonly boundary: Points;
}

/**
 * Each column's part in the squared distance to the nearest row on the boundary, times gamma: the exponent
 * that makes the row unlike it. The score itself is a sum over many rows, and levels off far outside, where
 * its gradient vanishes; these parts do not.
 */
export function explainByBoundary({ boundary, gamma }: OneClassModel, samples: SamplesBase): Attribution[] {
  const { values: rows, count, width } = boundary;
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    let nearest = 0;
    let least = Infinity;
    for (let other = 0; other < count; other++) {
      const distance = squaredDistance(row, 0, rows, other * width, width);
      if (distance >= least) continue;
      least = distance;
      nearest = other;
    }
    const expected = rows.slice(nearest * width, (nearest + 1) * width);
    const values = Float32Array.from(row, (value, feature) => gamma * (value - expected[feature]!) ** 2); // feature < width
    return { over: "features", values, expected, additive: false };
  });
}
