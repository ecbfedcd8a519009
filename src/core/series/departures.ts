import type { Context } from "../detect/context";
import type { Attribution } from "../explain/attribution";
import type { SeriesSamples } from "./series-samples";

/** What a detector finds in series, by step and channel: [count, channels]. */
export interface Found {
  /** How far the channel departs there: at least 0, in a unit that is the same for all channels. */
  readonly departures: Float64Array;
  /** What was expected there, in the units of the samples; NaN where nothing was. */
  readonly expected: Float32Array;
}

/**
 * Score, reasons and expectation of a detector that measures each channel at each step. The score is the length of
 * the departures of all channels together; each channel's square over that length is its part, so that they add up.
 */
export function byDepartures<M>(find: (model: M, samples: SeriesSamples, context: Context) => Promise<Found>) {
  return {
    async score(model: M, samples: SeriesSamples, context: Context): Promise<Float64Array> {
      const { departures } = await find(model, samples, context);
      return Float64Array.from({ length: samples.count }, (_, step) => lengthAt(departures, step, samples.width));
    },
    async explain(model: M, samples: SeriesSamples, context: Context): Promise<Attribution[]> {
      const { departures, expected } = await find(model, samples, context);
      const { width } = samples;
      return Array.from({ length: samples.count }, (_, step) => {
        const length = lengthAt(departures, step, width);
        const own = departures.subarray(step * width, (step + 1) * width);
        const values = Float32Array.from(own, (part) => (length > 0 ? (part / length) * part : 0));
        return { over: "features", values, expected: expected.slice(step * width, (step + 1) * width), additive: true };
      });
    },
    expect: async (model: M, samples: SeriesSamples, context: Context): Promise<Float32Array> =>
      (await find(model, samples, context)).expected,
  };
}

function lengthAt(departures: Float64Array, step: number, width: number): number {
  if (width === 1) return departures[step]!; // a step of the samples
  let square = 0;
  for (let at = step * width; at < (step + 1) * width; at++) square += departures[at]! ** 2; // width numbers for each step
  return Math.sqrt(square);
}
