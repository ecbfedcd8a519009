/** How far off, as a share of the period, its first peak may lie. */
const NEAR_SHARE = 0.06;
/** A multiple whose peak is lower than this share of the first says nothing. */
const MIN_HEIGHT = 0.5;

/**
 * The period near a peak of the correlation, by the peaks at its multiples: they lie as far off as it does, so that the
 * eighth tells its place eight times better.
 */
export function sharpened(correlation: Float64Array, steps: number): number {
  let period = steps;
  for (let times = 2; times * period < correlation.length - 1; times *= 2) {
    const around = Math.max(1, Math.floor(NEAR_SHARE * steps));
    const middle = Math.round(times * period);
    let best = middle;
    for (let at = middle - around; at <= Math.min(correlation.length - 1, middle + around); at++)
      if (correlation[at]! > correlation[best]!) best = at;
    if (!(correlation[best]! >= MIN_HEIGHT * correlation[steps]!) || Math.abs(best - middle) === around) break;
    period = best / times;
  }
  return Math.round(period);
}
