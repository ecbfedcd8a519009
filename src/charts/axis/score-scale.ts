import { linearScale, logScale, type Scale } from "./scale";

/**
 * The scale of descending scores, shared by every chart that shows them. Without a wish it is logarithmic where
 * a straight one would press nearly all rows into its lowest eighth.
 */
export function scoreScale(sorted: Float64Array, log?: boolean): Scale {
  const max = quantile(sorted, 1);
  const min = quantile(sorted, 0);
  if (!(log ?? isHeavyTailed(sorted))) return linearScale(min, max);
  const middle = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const wide = quantile(sorted, 0.99) - quantile(sorted, 0.01);
  return logScale(min, max, min, middle || wide || (max - min) / 1000);
}

/** Whether 98 % of the scores fill less than an eighth of their range. */
export function isHeavyTailed(sorted: Float64Array): boolean {
  const range = quantile(sorted, 1) / 8 - quantile(sorted, 0) / 8;
  return quantile(sorted, 0.99) - quantile(sorted, 0.01) < range;
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.round((1 - share) * (sorted.length - 1))] ?? NaN;
}
