import { momentsOf } from "../math/moments";
import { madOfSorted, quantileOfSorted } from "../math/quantile";
import { histogramOf, type Histogram } from "./profile-histogram";

/** Of the finite values of a number or time column. */
export interface NumericSummary {
  readonly min: number;
  readonly q01: number;
  readonly q05: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
  readonly q95: number;
  readonly q99: number;
  readonly max: number;
  readonly mean: number;
  /** Of the population. */
  readonly sd: number;
  /** Median absolute deviation, unscaled. */
  readonly mad: number;
  readonly histogram: Histogram;
}

/** The summary of finite values in ascending order; null when there are none. */
export function summaryOf(sorted: Float64Array): NumericSummary | null {
  if (sorted.length === 0) return null;
  const { mean, sd, min, max } = momentsOf(sorted);
  const median = quantileOfSorted(sorted, 0.5);
  return {
    min,
    q01: quantileOfSorted(sorted, 0.01),
    q05: quantileOfSorted(sorted, 0.05),
    q25: quantileOfSorted(sorted, 0.25),
    median,
    q75: quantileOfSorted(sorted, 0.75),
    q95: quantileOfSorted(sorted, 0.95),
    q99: quantileOfSorted(sorted, 0.99),
    max,
    mean,
    sd,
    mad: madOfSorted(sorted, median),
    histogram: histogramOf(sorted),
  };
}

/** How many different values there are in ascending order, and the one that occurs most (the smallest of equals). */
export function runsOf(sorted: Float64Array): { distinct: number; top: { value: number; count: number } | null } {
  let distinct = 0;
  let top: { value: number; count: number } | null = null;
  for (let start = 0; start < sorted.length;) {
    const value = sorted[start]!; // start < length
    let end = start + 1;
    while (end < sorted.length && sorted[end] === value) end++;
    distinct++;
    if (!top || end - start > top.count) top = { value, count: end - start };
    start = end;
  }
  return { distinct, top };
}
