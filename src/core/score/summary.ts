/** Numbers that the named thresholds are made of. */
export interface ScoreSummary {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Of the population (divided by n). */
  readonly sd: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  /** Median absolute deviation from the median, unscaled. */
  readonly mad: number;
  /** Mean absolute deviation from the median. */
  readonly meanDeviation: number;
}

/** MAD x 1.4826 and mean deviation x 1.2533 estimate the standard deviation of a normal distribution. */
export const MAD_TO_SD = 1.4826;
export const MEAN_DEVIATION_TO_SD = 1.253314;

/** Summary of scores sorted in descending order; NaN throughout when there are none. */
export function summaryOf(sorted: Float64Array): ScoreSummary {
  const count = sorted.length;
  const median = quantileOfDescending(sorted, 0.5);
  let sum = 0;
  let deviation = 0;
  for (const score of sorted) {
    sum += score;
    deviation += Math.abs(score - median);
  }
  const mean = sum / count;
  let squares = 0;
  for (const score of sorted) squares += (score - mean) ** 2;
  return {
    count,
    min: sorted[count - 1] ?? Number.NaN,
    max: sorted[0] ?? Number.NaN,
    mean,
    sd: Math.sqrt(squares / count),
    q1: quantileOfDescending(sorted, 0.25),
    median,
    q3: quantileOfDescending(sorted, 0.75),
    mad: madOfDescending(sorted, median),
    meanDeviation: deviation / count,
  };
}

/** A robust standard deviation: from the MAD or, where more than half of the scores tie, the mean deviation. */
export function robustSpreadOf(summary: Pick<ScoreSummary, "mad" | "meanDeviation">): number {
  return summary.mad > 0 ? MAD_TO_SD * summary.mad : MEAN_DEVIATION_TO_SD * summary.meanDeviation;
}

/** The quantile at `share` (0 to 1, from the smallest up) of a descending array, by linear interpolation. */
export function quantileOfDescending(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * (1 - share);
  const high = sorted[Math.floor(position)] ?? Number.NaN;
  const low = sorted[Math.ceil(position)] ?? Number.NaN;
  return high + (position - Math.floor(position)) * (low - high);
}

/** Walks outwards from the median on both sides at once: no copy and no second sort. */
function madOfDescending(sorted: Float64Array, median: number): number {
  const count = sorted.length;
  if (count === 0) return Number.NaN;
  let below = 0;
  while (below < count && (sorted[below] ?? 0) > median) below++;
  let above = below - 1;
  const wanted = Math.floor((count - 1) / 2);
  let [last, next] = [0, 0];
  for (let taken = 0; taken <= wanted + 1 && taken < count; taken++) {
    const up = above >= 0 ? (sorted[above] ?? 0) - median : Number.POSITIVE_INFINITY;
    const down = below < count ? median - (sorted[below] ?? 0) : Number.POSITIVE_INFINITY;
    const step = Math.min(up, down);
    if (up <= down) above--;
    else below++;
    if (taken === wanted) last = step;
    next = step;
  }
  return count % 2 === 1 ? last : (last + next) / 2;
}
