import { selectQuantiles } from "../../math/quantile-select";
import { MAD_TO_SD } from "../../score/summary";

export function medianOf(values: ArrayLike<number>): number {
  return selectQuantiles(values instanceof Float64Array ? values.slice() : Float64Array.from(values), [0.5])[0] ?? 0;
}

/** The usual size of numbers around 0, as a standard deviation: of the half that is nearest, or of nine tenths where those are 0. */
export function sizeOf(values: ArrayLike<number>): number {
  const sizes = new Float64Array(values.length);
  for (let at = 0; at < sizes.length; at++) sizes[at] = Math.abs(values[at]!); // at < length
  const [half = 0, most = 0] = selectQuantiles(sizes, [0.5, 0.9]);
  return half > 0 ? MAD_TO_SD * half : most / 1.645;
}

/** The size of a few counts as much as that of so many of all. */
export const STEPS_THAT_ALL_COUNT = 12;
/** Where nothing varies at a phase, such as at night, any change would be enormous: no size is less than this share of that of all. */
const MIN_SHARE_OF_SIZE = 0.25;

/** The usual size of a few numbers around 0, drawn towards that of `all` that they are some of. */
export function sizeAmong(few: ArrayLike<number>, all: number): number {
  const own = sizeOf(few);
  const shrunk = Math.sqrt(
    (few.length * own * own + STEPS_THAT_ALL_COUNT * all * all) / (few.length + STEPS_THAT_ALL_COUNT),
  );
  return Math.max(MIN_SHARE_OF_SIZE * all, shrunk);
}

/** Each value less the other at its place. */
export function minus(values: Float64Array, others: Float64Array): Float64Array {
  return values.map((value, at) => value - others[at]!); // as many
}

/** Beyond so many usual sizes a number counts as far as this. */
const MAX_SIZES = 4;

/** The mean size of numbers around 0, strays cut short: of whole numbers, too, it tells small differences. */
export function meanSize(values: ArrayLike<number>): number {
  const most = MAX_SIZES * sizeOf(values);
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += Math.min(most, Math.abs(values[at]!)); // at < length
  return values.length > 0 ? sum / values.length : 0;
}
