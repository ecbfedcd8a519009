import type { Context } from "../../core/detect/context";
import { defineSeriesDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { momentsOf } from "../../core/math/moments";
import type { SeriesSamples } from "../../core/series/series-samples";
import { windowsOf } from "../../core/series/windows";
import { byDepartures, type Found } from "../../core/series/departures";
import { nearestWindows, type WindowSeries } from "./nearest-window";
import { overWindows, rootMeanSquares, type Expectation } from "./over-windows";
import { partOf } from "../../core/detect/part-of-context";

/** The series itself, in which every window looks for its nearest neighbour. */
export interface DiscordModel extends WindowSeries {
  readonly times: Float64Array;
  readonly window: number;
  readonly normalise: boolean;
  readonly share: number;
}

/** Pairs of numbers that are compared at most: about a second. */
const MAX_PAIRS_COMPARED = 3e8;
/** Windows that are scored at most. */
const MAX_WINDOWS_SCORED = 200_000;
/** Steps by which a stretch of the fitted series is recognised. */
const MAX_STEPS_TO_RECOGNISE = 50;
/** Of a longer period there are too few to be compared. */
const MIN_PERIODS = 10;
/** A window whose standardised values vary less than this is flat. */
const MAX_FLAT_SPREAD = 1e-6;

/**
 * The Euclidean distance (root mean square by step) of each window to the most similar one that does not overlap it by
 * more than half: the discords of Keogh et al. (2005), found as a matrix profile. Departures: windows begin every
 * stride, though their neighbours may begin anywhere; by default they are not z-normalised, so that level and size
 * count; above 300 million pairs of steps, only lags chosen at random are looked at, as SCRIMP does when it is
 * stopped early (Zhu et al. 2018). A window that no other can be compared with is compared with the mean of its series.
 */
export const discord = defineSeriesDetector({
  id: "discord",
  version: 2,
  label: "Nearest window (discord)",
  family: "series",
  summary:
    "Looks for the most similar stretch elsewhere and measures how far even that one is: what never happened twice.",
  blindTo: "What is strange but happens twice in the same way, and strange stretches much shorter than the window.",
  reference:
    "Keogh, E., Lin, J. & Fu, A. (2005). HOT SAX: efficiently finding the most unusual time series subsequence. ICDM 2005; Yeh, C.-C. M. et al. (2016). Matrix profile I. ICDM 2016; Zhu, Y. et al. (2018). Matrix profile XI: SCRIMP++. ICDM 2018.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: {
    normalise: {
      kind: "toggle",
      label: "Compare shapes only",
      help: "On, each window is scaled to the same level and size first, so that only its shape counts.",
      default: false,
      main: true,
    },
  },
  async fit(samples, { normalise }, context) {
    requireSamples(samples);
    const { count, width, starts, times } = samples;
    const window = windowOf(samples);
    const share = Math.min(1, MAX_PAIRS_COMPARED / (count * count * width));
    if (share < 1) context.note({ code: "series-detector.sampled-lags", values: { percent: Math.ceil(100 * share) } });
    await context.checkpoint(1);
    const values = samples.block(0, count).slice();
    return { values, width, starts: starts.slice(), times: times.slice(), window, normalise, share };
  },
  ...byDepartures(findDiscords),
});

/**
 * The window of the series, or the shortest of its periods where that is longer: in less than a period, what stays away looks like
 * any quiet time.
 */
function windowOf({ window, periods, starts }: SeriesSamples): number {
  const shortest = starts.subarray(1).reduce((least, end, part) => Math.min(least, end - starts[part]!), Infinity); // one start each
  const period = Math.min(...periods.map(({ steps }) => steps));
  return period <= shortest / MIN_PERIODS ? Math.max(window, Math.round(period)) : window;
}

async function findDiscords(model: DiscordModel, given: SeriesSamples, context: Context): Promise<Found> {
  const samples = { ...given, window: model.window };
  const windows = windowsOf(samples, MAX_WINDOWS_SCORED);
  const search = { ...model, place: placeOf(samples, model) };
  const nearest = await nearestWindows(samples, windows.first, model, search, partOf(context, 0, 0.8));
  const expectationOf = (window: number, own: Float32Array): Expectation => {
    const from = nearest[window]! * model.width; // one for each window
    const neighbour = from < 0 ? new Float32Array(own.length) : model.values.subarray(from, from + own.length);
    if (model.normalise) return shapeExpectation(own, neighbour, model.width);
    return { expected: neighbour, errors: rootMeanSquares(own, neighbour, model.width) };
  };
  return overWindows(samples, windows, expectationOf, partOf(context, 0.8, 1));
}

/** The neighbour at the level and of the size of the window itself, and how far the two shapes differ. */
function shapeExpectation(own: Float32Array, neighbour: Float32Array, width: number): Expectation {
  const expected = new Float32Array(own.length);
  const errors = new Float64Array(width);
  for (let channel = 0; channel < width; channel++) {
    const ofChannel = (values: Float32Array) => momentsOf(values.filter((_, at) => at % width === channel));
    const [here, there] = [ofChannel(own), ofChannel(neighbour)];
    const [flatHere, flatThere] = [!(here.sd > MAX_FLAT_SPREAD), !(there.sd > MAX_FLAT_SPREAD)];
    let sum = 0;
    for (let at = channel; at < own.length; at += width) {
      const shape = flatThere ? 0 : (neighbour[at]! - there.mean) / there.sd; // at < length
      expected[at] = here.mean + (flatHere ? 0 : here.sd) * shape;
      sum += ((flatHere ? 0 : (own[at]! - here.mean) / here.sd) - shape) ** 2;
    }
    errors[channel] = Math.sqrt((sum * width) / own.length);
  }
  return { expected, errors };
}

/** Where in the fitted series the first step of `samples` lies; null where they are another series. */
function placeOf(samples: SeriesSamples, { times, values, width }: DiscordModel): number | null {
  const known = Math.min(samples.count, MAX_STEPS_TO_RECOGNISE);
  const head = samples.block(0, known);
  for (let step = 0; step + known <= times.length; step++)
    if (
      times[step] === samples.times[0] &&
      head.every((value, at) => value === values[step * width + at]) &&
      samples.times[known - 1] === times[step + known - 1]
    )
      return step;
  return null;
}
