import { fourierTransform } from "../math/fft";

/** Longer series are evaluated by their first part: it holds every period up to a third of it many times. */
export const MAX_STEPS_READ = 131_072;
/** A repetition that explains less than this says nothing of use. */
const MIN_PEAK_CORRELATION = 0.1;

/**
 * The autocorrelation of the evenly spaced `values` at the lags 0 to `mostLags` (at most a third of them), after
 * their linear trend is taken away; 1 at lag 0, all 0 where they do not vary. By Fourier transform: n log n.
 */
export function autocorrelationOf(values: ArrayLike<number>, mostLags = Infinity): Float64Array {
  const count = Math.min(values.length, MAX_STEPS_READ);
  const lags = Math.min(mostLags, Math.floor(count / 3));
  const flat = Float64Array.from({ length: count }, (_, i) => values[i]!); // i < count
  return count > 0 && withoutTrend(flat, count) > 0 ? correlationsOf(flat, lags) : new Float64Array(lags + 1);
}

/** The same of values that have no trend and lie around 0, at the lags 0 to `lags` (fewer than there are values). */
export function correlationsOf(values: Float64Array, lags: number): Float64Array {
  const count = values.length;
  const found = new Float64Array(lags + 1);
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * count)));
  const real = new Float64Array(size);
  real.set(values);
  const imaginary = new Float64Array(size);
  fourierTransform(real, imaginary);
  for (let i = 0; i < size; i++) {
    real[i] = real[i]! ** 2 + imaginary[i]! ** 2; // i < size
    imaginary[i] = 0;
  }
  fourierTransform(real, imaginary);
  if (real[0]! > 0) for (let lag = 0; lag <= lags; lag++) found[lag] = real[lag]! / real[0]!; // lags < size
  return found;
}

/** Takes the line of least squares off the first `count` values; the sum of squares that is left, 0 for rounding noise. */
function withoutTrend(values: Float64Array, count: number): number {
  const middle = (count - 1) / 2;
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < count; i++) {
    sum += values[i]!; // i < count
    largest = Math.max(largest, Math.abs(values[i]!));
  }
  const mean = sum / count;
  let slope = 0;
  let spread = 0;
  for (let i = 0; i < count; i++) {
    slope += (i - middle) * (values[i]! - mean);
    spread += (i - middle) ** 2;
  }
  slope = spread > 0 ? slope / spread : 0;
  let power = 0;
  for (let i = 0; i < count; i++) {
    values[i]! -= mean + slope * (i - middle);
    power += values[i]! ** 2;
  }
  return power > count * (1e-9 * largest) ** 2 ? power : 0;
}

/**
 * The first peak: the lag after which a series of `count` steps repeats itself, null where it does not. The highest
 * lag of the first stretch of positive correlation that follows a negative one and rises above chance (4 / sqrt(count))
 * and above 0.1.
 */
export function firstPeakOf(correlation: ArrayLike<number>, count: number): number | null {
  const least = Math.max(MIN_PEAK_CORRELATION, 4 / Math.sqrt(Math.min(count, MAX_STEPS_READ)));
  let lag = 1;
  const last = correlation.length - 1;
  while (lag <= last && correlation[lag]! > 0) lag++; // lag <= last
  while (lag <= last) {
    while (lag <= last && correlation[lag]! <= 0) lag++;
    let best = lag;
    for (; lag <= last && correlation[lag]! > 0; lag++) if (correlation[lag]! > correlation[best]!) best = lag;
    // A peak at the very end may still be rising.
    if (best < last && correlation[best]! >= least) return best;
  }
  return null;
}
