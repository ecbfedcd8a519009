import { partOf } from "../../core/detect/part-of-context";
import type { Context } from "../../core/detect/context";
import { ordinaryLanes, type OrdinaryLane } from "../../core/series/course/lanes-of";
import { medianOf, sizeOf } from "../../core/series/course/robust";
import type { SeriesSamples } from "../../core/series/series-samples";
import { nearestInBlocks } from "./nearest-in-blocks";
import { spanOf } from "../../core/series/span-of";
import { defineStepTest, type StrangeStretch } from "./step-test";
import { evidenceOf, tailOf } from "../../core/series/noise/tail-of";

const NO_BEATS = { code: "finding.no-beats" } as const;
/** With fewer beats nothing tells which are usual. */
const MIN_BEATS = 12;
/** Where a form is another: so many usual differences. */
const MIN_DIFFERENCES = 4;
const MAX_FOUND = 20;
/** A beat in ten may be of another form, and each is seen in two: in its own and in the one before it. */
const ORDINARY_SHARE = 0.8;
/** So many windows, evenly spread over a beat, tell how far the forms around a step are from others. */
const WINDOWS_ACROSS = 9;
/** Distances over many steps are products of many things: their logarithms are nearly normal. */
const MIN_FREEDOM = 4;

/** Beats of another shape than all others, where they follow each other without an exact period. */
export const otherForm = defineStepTest({
  id: "other-form",
  label: "Beats of another shape",
  summary:
    "Compares each beat with those that resemble it most in each part of the series, and knows how far ordinary beats are from theirs.",
  blindTo:
    "Shapes that come in most parts of a series, beats of the usual shape that come too early, and series that do not repeat themselves.",
  reference:
    "Keogh, E., Lin, J. & Fu, A. (2005). HOT SAX: Efficiently Finding the Most Unusual Time Series Subsequence. ICDM, 226-233; here the distance has a tail of its own.",
  async look(samples, context) {
    const lanes = (await ordinaryLanes(samples, partOf(context, 0, 0.2))).filter((lane) => isFormed(lane, samples));
    if (lanes.length === 0) return NO_BEATS;
    const found: StrangeStretch[] = [];
    for (const [at, lane] of lanes.entries())
      found.push(...(await formsIn(samples, lane, lanes.length, partOf(partOf(context, 0.2, 1), at / lanes.length, (at + 1) / lanes.length)))); // prettier-ignore
    return found;
  },
});

/**
 * Where a season is compared step by step, forms are compared already, unless it leaves most of what there is, as where
 * beats come nearly by the clock; what does not repeat itself has none.
 */
function isFormed({ kind, course, values }: OrdinaryLane, { period }: SeriesSamples): boolean {
  if (kind === "beats" || period === null) return kind === "beats";
  return kind === "ordinary" && (course.season === null || isMostlyLeft(values, course));
}

function isMostlyLeft(values: Float64Array, { expected }: OrdinaryLane["course"]): boolean {
  const middle = medianOf(values);
  let [left, all] = [0, 0];
  values.forEach((value, step) => {
    left += (value - expected[step]!) ** 2; // expected at each step
    all += (value - middle) ** 2;
  });
  return left > 0.5 * all;
}

async function formsIn(
  samples: SeriesSamples,
  lane: OrdinaryLane,
  lanes: number,
  context: Context,
): Promise<StrangeStretch[]> {
  const period = samples.period ?? samples.window;
  const count = lane.values.length;
  const beats = Math.floor(count / Math.max(1, period));
  if (beats < MIN_BEATS) return [];
  const values = Float32Array.from(lane.levelled);
  const { distances: apart, nearest } = await nearestInBlocks(samples, values, period, context);
  const distances = aroundEach(apart, period);
  // One number a beat: windows beside each other hold nearly the same.
  const far = Float64Array.from({ length: beats }, (_, beat) => Math.log(highestIn(distances, beat * period, period)));
  const middle = medianOf(far);
  const off = far.map((one) => Math.abs(one - middle));
  const tail = tailOf(off, beats, MIN_FREEDOM, ORDINARY_SHARE);
  if (!tail) return [];
  const found: StrangeStretch[] = [];
  const left = distances.slice();
  // Where the series begins and ends beats are cut off.
  left.fill(0, 0, period);
  left.fill(0, Math.max(0, left.length - period));
  while (found.length < MAX_FOUND) {
    const peak = left.indexOf(Math.max(...chunked(left)));
    const above = Math.log(left[peak]!) - middle; // a window
    const evidence = above > 0 ? evidenceOf(above, tail) - Math.log10(beats * lanes) : -1;
    if (!(evidence >= 0)) break;
    const { from, to } = differing(values, peak, nearest[peak]!, period); // a window
    found.push({
      from: lane.from + from,
      to: lane.from + to,
      evidence,
      reason: () => ({
        note: {
          code: "finding.other-form",
          values: { column: samples.features[lane.channel]!, span: spanOf(samples, to - from) }, // a channel
        },
        features: [lane.channel],
        expected: null,
      }),
    });
    // Half a beat beyond the windows that share a step with it, the medians still hear of it.
    left.fill(0, Math.max(0, peak - Math.ceil(1.5 * period)), peak + Math.ceil(1.5 * period));
  }
  return found;
}

/**
 * The median distance of the windows that begin within half a beat: a beat of another form is in most of them, while a
 * beat that comes early or late is beside its neighbour in a few.
 */
function aroundEach(distances: Float64Array, period: number): Float64Array {
  const offsets = Array.from({ length: WINDOWS_ACROSS }, (_, at) =>
    Math.round((at / (WINDOWS_ACROSS - 1) - 0.5) * period),
  );
  return distances.map((_, step) => medianOf(offsets.flatMap((offset) => distances[step + offset] ?? [])));
}

function highestIn(distances: Float64Array, from: number, length: number): number {
  let highest = 1e-9;
  for (let at = from; at < Math.min(distances.length, from + length); at++) highest = Math.max(highest, distances[at]!); // at < length
  return highest;
}

/** The highest of each thousand: a call takes only so many arguments. */
function chunked(values: Float64Array): number[] {
  return Array.from({ length: Math.ceil(values.length / 1000) }, (_, at) => highestIn(values, at * 1000, 1000));
}

/** The steps of a window, from the first to the last that differs from the most similar one. */
function differing(values: Float32Array, one: number, other: number, length: number) {
  if (other < 0) return { from: one, to: one + length };
  const differences = Float64Array.from({ length }, (_, at) => values[one + at]! - values[other + at]!); // both fit
  const least = Math.min(MIN_DIFFERENCES * sizeOf(differences), Math.max(...differences.map(Math.abs)) / 2);
  const differs = (difference: number) => Math.abs(difference) >= least;
  return { from: one + differences.findIndex(differs), to: one + differences.findLastIndex(differs) + 1 };
}
