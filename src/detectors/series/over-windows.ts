import type { Context } from "../../core/detect/context";
import type { SeriesSamples } from "../../core/series/series-samples";
import { pointScores, type Windows } from "../../core/series/windows";
import type { Found } from "../../core/series/departures";

/** What was expected of a window, step after step, and how far each channel is from it. */
export interface Expectation {
  readonly expected: Float32Array;
  readonly errors: Float64Array;
}

/** Numbers handled between two yields. */
const NUMBERS_PER_YIELD = 100_000;

/**
 * Departures by step from expectations of windows: of each channel the errors of the windows, as scores of windows
 * become scores of steps; what is expected at a step is the mean over all windows that cover it.
 */
export async function overWindows(
  samples: SeriesSamples,
  windows: Windows,
  expectationOf: (window: number, own: Float32Array) => Expectation,
  context: Context,
): Promise<Found> {
  const { count, width } = samples;
  const { first, end } = windows;
  const errors = Array.from({ length: width }, () => new Float64Array(first.length));
  const sums = new Float64Array(count * width);
  const covers = new Uint32Array(count);
  let work = 0;
  for (let window = 0; window < first.length; window++) {
    const [from, to] = [first[window]!, end[window]!]; // window < length
    const found = expectationOf(window, samples.block(from, to));
    errors.forEach((ofChannel, channel) => {
      ofChannel[window] = found.errors[channel]!; // one for each channel
    });
    for (let i = 0; i < (to - from) * width; i++) sums[from * width + i]! += found.expected[i]!; // numbers of the window
    for (let step = from; step < to; step++) covers[step]!++; // step < count
    work += (to - from) * width;
    if (work < NUMBERS_PER_YIELD) continue;
    work = 0;
    await context.checkpoint((0.9 * window) / first.length);
  }
  const departures = new Float64Array(count * width);
  for (const [channel, ofChannel] of errors.entries()) {
    pointScores(ofChannel, windows, samples).forEach((score, step) => {
      departures[step * width + channel] = score;
    });
    await context.checkpoint(0.9 + (0.1 * (channel + 1)) / width);
  }
  return { departures, expected: Float32Array.from(sums, (sum, at) => sum / covers[Math.floor(at / width)]!) }; // every step is covered
}

/** The root mean square, by channel, of the differences between two windows of equal length. */
export function rootMeanSquares(one: ArrayLike<number>, other: ArrayLike<number>, width: number): Float64Array {
  const squares = new Float64Array(width);
  for (let at = 0; at < one.length; at++) squares[at % width]! += (one[at]! - other[at]!) ** 2; // equal lengths
  return squares.map((sum) => Math.sqrt((sum * width) / one.length));
}
