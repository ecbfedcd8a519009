import { selectQuantiles } from "../math/quantile-select";

/** Bends of the trend: a curve of this degree follows a rise that turns twice, and no season that comes three times. */
const TREND_DEGREE = 3;
/** What lies farther out than the bulk is wide counts only so far: one spike must not hide how the rest repeats itself. */
const BULK_QUANTILES = [0.02, 0.98];

/** `values` without their trend, which may bend: the cubic of least squares; spikes are cut short before. Linear. */
export function withoutBends(values: ArrayLike<number>): Float64Array {
  const flat = clipped(values);
  const count = flat.length;
  // Legendre polynomials are nearly orthogonal over even steps; twice over takes away what they share.
  for (let pass = 0; pass < 2; pass++)
    for (let degree = 0; degree <= TREND_DEGREE; degree++) {
      let [along, size] = [0, 0];
      for (let i = 0; i < count; i++) {
        const one = legendre(degree, placeOf(i, count));
        along += one * flat[i]!; // i < count
        size += one * one;
      }
      if (size > 0) for (let i = 0; i < count; i++) flat[i]! -= (along / size) * legendre(degree, placeOf(i, count));
    }
  return isRounding(flat, values) ? new Float64Array(count) : flat;
}

function placeOf(i: number, count: number): number {
  return count > 1 ? (2 * i) / (count - 1) - 1 : 0;
}

function legendre(degree: number, x: number): number {
  if (degree === 0) return 1;
  if (degree === 1) return x;
  return degree === 2 ? (3 * x * x - 1) / 2 : (5 * x * x * x - 3 * x) / 2;
}

function clipped(values: ArrayLike<number>): Float64Array {
  const [low = 0, high = 0] = selectQuantiles(Float64Array.from(values), BULK_QUANTILES);
  const reach = high - low;
  // Rare pulses may be all that varies: then nothing is cut.
  if (!(reach > 0)) return Float64Array.from(values);
  return Float64Array.from(values, (value) => Math.min(high + reach, Math.max(low - reach, value)));
}

function isRounding(flat: Float64Array, values: ArrayLike<number>): boolean {
  let [power, largest] = [0, 0];
  for (let i = 0; i < flat.length; i++) {
    power += flat[i]! ** 2; // i < length
    largest = Math.max(largest, Math.abs(values[i]!));
  }
  return !(power > flat.length * (1e-7 * largest) ** 2);
}

/** `values` without what is slower than `scale` steps: their moving mean, taken twice so that it has no corners. Linear. */
export function withoutSlow(values: Float64Array, scale: number): Float64Array {
  const slow = centredMean(centredMean(values, scale), scale);
  return values.map((value, i) => value - slow[i]!); // i < length
}

/** Near the ends of fewer values, as many on each side. */
function centredMean(values: Float64Array, scale: number): Float64Array {
  const count = values.length;
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) sums[i + 1] = sums[i]! + values[i]!; // i < count
  const half = scale >> 1;
  return Float64Array.from({ length: count }, (_, i) => {
    const from = Math.max(0, i - half);
    const to = Math.min(count, i + half + 1);
    return (sums[to]! - sums[from]!) / (to - from); // to <= count
  });
}
