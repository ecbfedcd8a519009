/** How a series resembles itself some steps later. */
export interface Resemblance {
  /** By lag. */
  readonly correlation: Float64Array;
  /** Standard error of a correlation, times the root of the pairs: larger where neighbours are alike. */
  readonly alike: number;
  readonly count: number;
}

const MIN_LAG = 2;
/** A season has to be seen so many times before it is one. */
const MIN_TIMES_SEEN = 3;
/** A repetition that explains less than this says nothing of use. */
const MIN_STRENGTH = 0.1;
/** Standard errors above what the highest of so many independent correlations is by chance. */
const ERRORS_ABOVE_CHANCE = 0.4;
/** Valleys go as far down by chance as peaks go up. */
const MIN_PROMINENCE = 1.5;
/** Peaks nearer to each other than this share of the lag are one. */
const SAME_PEAK = 0.1;
/** Lags averaged on each side: a share of the lag, and of the reach. */
const BLURRED_SHARE = 0.04;
const BLURRED_REACH = 1 / 6;

/**
 * Up to which lag neighbours are alike, and what that does to the standard error of a correlation (Bartlett), times
 * the root of the pairs.
 */
export function alikenessOf(correlation: Float64Array): { readonly reach: number; readonly error: number } {
  let [reach, squares] = [1, 1];
  while (reach < correlation.length && correlation[reach]! > 0) squares += 2 * correlation[reach++]! ** 2;
  return { reach, error: Math.sqrt(squares) };
}

/** Each lag averaged with those beside it that say the same, so that noise does not move the peak of a soft wave. */
export function blurred(correlation: Float64Array, reach: number): Float64Array {
  const sums = new Float64Array(correlation.length + 1);
  correlation.forEach((one, lag) => (sums[lag + 1] = sums[lag]! + one)); // one more sum than lags
  return correlation.map((one, lag) => {
    const wanted = Math.floor(Math.min(BLURRED_SHARE * lag, BLURRED_REACH * reach));
    const around = Math.min(wanted, correlation.length - 1 - lag);
    return around > 0 ? (sums[lag + around + 1]! - sums[lag - around]!) / (2 * around + 1) : one;
  });
}

/** Lags of at most `most` steps at which there is a peak that chance does not make, ascending. */
export function peaksOf({ correlation, alike, count }: Resemblance, most: number): number[] {
  const last = Math.min(most, Math.floor(count / MIN_TIMES_SEEN), correlation.length - 1);
  const chance = Math.sqrt(2 * Math.log(1 + last / (alike * alike))) + ERRORS_ABOVE_CHANCE;
  const peaks: number[] = [];
  let lowest = Infinity;
  for (let lag = 1; lag <= last; lag++) {
    const here = correlation[lag]!; // last < length
    lowest = Math.min(lowest, here);
    const least = (chance * alike) / Math.sqrt(count - lag);
    if (lag < MIN_LAG || here < Math.max(MIN_STRENGTH, least) || here - lowest < MIN_PROMINENCE * least) continue;
    if (isPeak(correlation, lag) && here - lowestAfter(correlation, lag) >= MIN_PROMINENCE * least) peaks.push(lag);
  }
  return peaks;
}

function lowestAfter(correlation: Float64Array, lag: number): number {
  let lowest = Infinity;
  for (let at = lag + 1; at < Math.min(correlation.length, 2 * lag); at++) lowest = Math.min(lowest, correlation[at]!); // at < length
  return lowest;
}

function isPeak(correlation: Float64Array, lag: number): boolean {
  const around = Math.max(1, Math.floor(SAME_PEAK * lag));
  const end = Math.min(correlation.length - 1, lag + around);
  if (end === lag) return false;
  for (let at = lag - around; at <= end; at++)
    if (correlation[at]! > correlation[lag]! || (correlation[at] === correlation[lag] && at < lag)) return false;
  return true;
}
