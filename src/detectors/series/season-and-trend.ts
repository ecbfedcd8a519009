import type { Context } from "../../core/detect/context";
import { defineSeriesDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { periodsIn } from "../../core/series/course/lanes-of";
import {
  expectedBy,
  seasonsOf,
  sizeAt,
  type SeasonInput,
  type Seasons,
} from "../../core/series/course/seasons-and-trend";
import { byDepartures, type Found } from "../../core/series/departures";
import { movingMean, smoothingParam, stepsOf } from "../../core/series/moving-mean";
import type { SeriesSamples } from "../../core/series/series-samples";

export interface SeasonAndTrendModel {
  /** Of each channel. */
  readonly channels: readonly Seasons[];
  /** Within so many usual sizes a step is as expected. */
  readonly k: number;
  readonly smoothing: number;
}

const found = byDepartures(findOff);

/** |x - (trend + seasons)| in the usual size at its phase, beyond `k`; averaged over a moving window where wanted. */
export const seasonAndTrend = defineSeriesDetector({
  id: "season-and-trend",
  version: 1,
  label: "Season and trend",
  family: "series",
  keepsCourse: true,
  summary:
    "Splits the series into a slow trend and what repeats itself by day, week or any other period, and measures how far each step is from both together.",
  blindTo:
    "Odd shapes at usual levels, seasons that change their form, and what repeats itself without an exact period.",
  reference:
    "Cleveland, R. B. et al. (1990). STL: A Seasonal-Trend Decomposition Procedure Based on Loess. J. Off. Stat. 6(1), 3-73; Bandara, K., Hyndman, R. J. & Bergmeir, C. (2021). MSTL: A Seasonal-Trend Decomposition Algorithm for Time Series with Multiple Seasonal Patterns. arXiv 2107.13462; here seasons stay as they are, and are medians of their phases.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: {
    k: {
      kind: "number",
      label: "Half width (deviations)",
      help: "Steps within this many usual deviations of what is expected count as ordinary: larger lets only the farthest count.",
      default: 3,
      min: 0,
      max: 10,
      step: 0.1,
      main: true,
    },
    smoothing: { ...smoothingParam, default: 0 },
  },
  async fit(samples, { k, smoothing }, context): Promise<SeasonAndTrendModel> {
    requireSamples(samples);
    const periods = periodsIn(samples);
    const channels: Seasons[] = [];
    for (let channel = 0; channel < samples.width; channel++) {
      const inputs = partsOf(samples).map(({ from, to }) => inputOf(samples, channel, from, to));
      channels.push(seasonsOf(inputs, periods));
      await context.checkpoint((channel + 1) / samples.width);
    }
    return { channels, k, smoothing: smoothing === 0 ? 1 : stepsOf(samples, smoothing) };
  },
  ...found,
  // Of few steps the trend is not that of all: what is expected is asked of the whole series.
  explain: async (model: SeasonAndTrendModel, samples, context) =>
    (await found.explain(model, samples, context)).map(({ over, values, additive }) => ({ over, values, additive })),
});

/** What lies between two gaps has a trend of its own. */
function partsOf({ starts }: SeriesSamples): { readonly from: number; readonly to: number }[] {
  return Array.from(starts.subarray(1), (to, part) => ({ from: starts[part]!, to })); // one start before each
}

/** One channel of the steps of a part. */
function inputOf(samples: SeriesSamples, channel: number, from: number, to: number): SeasonInput {
  const { width, times, step, isFilled } = samples;
  const block = samples.block(from, to);
  const length = to - from;
  return {
    values: Float64Array.from({ length }, (_, at) => block[at * width + channel]!), // a number of each step
    measured: Float64Array.from({ length }, (_, at) => (isFilled?.(from + at, channel) ? 0 : 1)),
    places: Float64Array.from({ length }, (_, at) => Math.round(times[from + at]! / step)), // a time of each step
  };
}

async function findOff(model: SeasonAndTrendModel, samples: SeriesSamples, context: Context): Promise<Found> {
  const { width, count } = samples;
  const departures = new Float64Array(count * width);
  const expected = new Float32Array(count * width);
  for (const { from, to } of partsOf(samples))
    for (const [channel, seasons] of model.channels.entries()) {
      const input = inputOf(samples, channel, from, to);
      const ahead = expectedBy(seasons, input);
      ahead.forEach((value, at) => {
        const place = (from + at) * width + channel;
        const size = sizeAt(seasons, input.places[at]!); // one for each
        const off = Math.abs(input.values[at]! - value);
        expected[place] = value;
        departures[place] = input.measured[at]! > 0 && size > 0 ? Math.max(0, off / size - model.k) : 0;
      });
      await context.checkpoint(to / count);
    }
  return { departures: movingMean(departures, samples, model.smoothing), expected };
}
