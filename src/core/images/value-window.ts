import type { ValueWindow } from "./raw-image";

/** What lies below and above is a hot pixel or a dead one more often than not. */
const LOW_SHARE = 0.02;
const HIGH_SHARE = 0.98;

/**
 * The window through which a whole set of images is looked at: from the 2nd to the 98th percentile of their values, so
 * that an image that is darker than the others stays darker. Where these are one value, from the lowest to the highest.
 */
export function windowOf(values: Float64Array): ValueWindow {
  const sorted = values.filter(Number.isFinite).sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [at(LOW_SHARE), at(HIGH_SHARE)];
  if (high > low) return { low, high };
  const [lowest, highest] = [at(0), at(1)];
  return highest > lowest ? { low: lowest, high: highest } : { low: lowest, high: lowest + 1 };
}
