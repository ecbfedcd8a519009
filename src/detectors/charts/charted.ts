import type { Note } from "../../core/data/note";
import type { Context } from "../../core/detect/context";
import { medianOf } from "../../core/series/course/robust";
import { seriesIn } from "../../core/series/course/lanes-of";
import { burg } from "../../core/series/noise/burg";
import type { SeriesSamples } from "../../core/series/series-samples";

/** One channel of one series as a control chart sees it. */
export interface ChartedLane {
  readonly channel: number;
  readonly from: number;
  /** How far each step lies from what was foretold, in the usual size of that. */
  readonly z: Float64Array;
  /** What was foretold: the centre, or what the last steps lead to; in the units of the samples. */
  readonly centre: Float64Array;
  readonly sigma: number;
  /** How many steps before foretell the next; 0 where steps do not depend on each other. */
  readonly order: number;
}

const MIN_STEPS = 20;
const MAX_ORDER = 12;
/** The mean distance of two independent normal numbers, and its median, in standard deviations. */
const MEDIAN_RANGE = 0.9539;
/** Numbers farther off teach as if they were so far. */
const CLIP = 3;
/** Neighbours that are alike by this in spite of all: what is left is no noise, and limits made for noise mean nothing. */
const MAX_LEFT = 3;

/** The lanes of a chart, or why there can be none. Told: where neighbours depend on each other. */
export function chartedLanes(samples: SeriesSamples, context: Pick<Context, "note">): readonly ChartedLane[] | Note {
  const all = samples.block(0, samples.count);
  const lanes: ChartedLane[] = [];
  let [short, dependent] = [0, 0];
  for (const { from, to } of seriesIn(samples))
    for (let channel = 0; channel < samples.width; channel++) {
      if (to - from < MIN_STEPS) {
        short++;
        continue;
      }
      const values = Float64Array.from({ length: to - from }, (_, at) => all[(from + at) * samples.width + channel]!); // a step
      const lane = laneOf(values, channel, from);
      if (!lane) dependent++;
      else if (lane.sigma > 0) lanes.push(lane);
    }
  const orders = lanes.map(({ order }) => order).filter((order) => order > 0);
  if (orders.length > 0)
    context.note({ code: "series-detector.chart-of-rest", values: { count: Math.max(...orders) } });
  if (lanes.length > 0) return lanes;
  return {
    code: dependent > 0 ? "finding.chart-dependent" : short > 0 ? "finding.chart-short" : "finding.chart-still",
  };
}

/** Null where neighbours are alike whatever is foretold. */
function laneOf(values: Float64Array, channel: number, from: number): ChartedLane | null {
  const middle = medianOf(values);
  const around = values.map((value) => value - middle);
  const size = 1.4826 * medianOf(around.map(Math.abs));
  if (!(size > 0)) return { channel, from, z: around, centre: values, sigma: 0, order: 0 };
  const weights = burg(
    around.map((one) => Math.max(-CLIP * size, Math.min(CLIP * size, one))),
    MAX_ORDER,
  );
  const centre = values.map((_, at) => {
    let foretold = middle;
    weights.forEach((weight, lag) => (foretold += weight * (around[Math.max(0, at - 1 - lag)] ?? 0)));
    return at < weights.length ? middle : foretold;
  });
  const rest = values.map((value, at) => value - centre[at]!); // one for each
  const ranges = rest.subarray(1).map((one, at) => Math.abs(one - rest[at]!)); // one before each
  const sigma = medianOf(ranges) / MEDIAN_RANGE;
  const z = rest.map((one) => (sigma > 0 ? one / sigma : 0));
  z.fill(0, 0, weights.length);
  if (Math.abs(likeness(z)) * Math.sqrt(z.length) > MAX_LEFT) return null;
  return { channel, from, z, centre, sigma, order: weights.length };
}

/** The correlation of neighbours. */
function likeness(z: Float64Array): number {
  const tame = z.map((one) => Math.max(-CLIP, Math.min(CLIP, one)));
  let [both, square] = [0, 0];
  tame.forEach((one, at) => {
    square += one * one;
    if (at > 0) both += one * tame[at - 1]!; // at > 0
  });
  return square > 0 ? both / square : 0;
}

/** What was foretold of every step, for the line and the limits of the chart: [count, channels]. */
export function foretoldOf(lanes: readonly ChartedLane[], { count, width }: SeriesSamples): Float32Array {
  const expected = new Float32Array(count * width).fill(NaN);
  for (const { channel, from, centre } of lanes)
    centre.forEach((one, at) => (expected[(from + at) * width + channel] = one));
  return expected;
}
