import { medianOf, sizeOf } from "../course/robust";

/** By how much the mean of each window of a width is above that of the window before it, less what it is everywhere. */
export function differencesOf(values: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => (sums[at + 1] = sums[at]! + value)); // one more sum than values
  const differences = Float64Array.from(
    { length: Math.max(0, values.length - 2 * width + 1) },
    (_, at) => (sums[at + 2 * width]! - 2 * sums[at + width]! + sums[at]!) / width, // within the sums
  );
  // What rises throughout rises everywhere: that is no change.
  const middle = medianOf(differences);
  return differences.map((one) => one - middle);
}

/** The growth of differences with the width is told from few windows. */
const CAUTION = 0.1;
const GROWTH_OF_NOISE = -0.5;
const GROWTH_OF_TREND = 1;

/**
 * How far neighbouring windows of a width lie apart by chance: as far as those of `wide`, carried on as it grew from
 * `narrow` on (the deviation of Allan 1966), so that noise, what wanders and what bends are each measured by their own kind.
 */
export function usualDifference(
  values: Float64Array,
  [narrow, wide]: readonly [number, number],
  width: number,
): number {
  const [less, more] = [sizeOf(differencesOf(values, narrow)), sizeOf(differencesOf(values, wide))];
  if (!(less > 0 && more > 0)) return 0;
  const growth = Math.log(more / less) / Math.log(wide / narrow) + CAUTION;
  return more * (width / wide) ** Math.max(GROWTH_OF_NOISE, Math.min(GROWTH_OF_TREND, growth));
}

const STEPS_AROUND = 2;
/** Where so many values are one and the same, those that are not are no spikes. */
const MOST_EQUAL = 0.3;

/** The median of five steps: what stands for one or two is no level. */
export function withoutSpikes(values: Float64Array): Float64Array {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...Array.from(counts.size < values.length / 2 ? counts.values() : [0]));
  if (most > MOST_EQUAL * values.length) return values;
  return values.map((_, at) => medianOf(values.subarray(Math.max(0, at - STEPS_AROUND), at + STEPS_AROUND + 1)));
}
