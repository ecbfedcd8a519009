import type { Context } from "../../detect/context";
import type { SeriesSamples } from "../series-samples";
import { changingCourse, type ChangingCourse } from "../changes/lasting-changes";
import type { Course } from "./ordinary-course";
import { medianOf, sizeOf } from "./robust";

/** One channel of one series and what it ordinarily does. */
export interface OrdinaryLane extends ChangingCourse {
  readonly channel: number;
  /** The first step of the series at which it was measured, and the step after the last. */
  readonly from: number;
  readonly to: number;
  /** In the units of the samples. */
  readonly values: Float64Array;
  /** "counter": it rises and never falls, but where it starts anew. "beats": it repeats itself, but not by the clock. */
  readonly kind: "ordinary" | "counter" | "beats";
  /** What is expected at a step of the series (from 0), in the units of its column. */
  readonly expectedAt: (step: number) => number;
}

const DAY = 86_400_000;
/** A repetition of this strength that no season explains has no exact period. */
const MIN_STRENGTH_OF_BEATS = 0.3;
const MIN_STEPS = 20;
/** Where more was filled in, what a channel ordinarily does is what was put there. */
const MAX_FILLED = 0.5;
/** Residuals beyond so many usual sizes say no more of how alike steps are. */
const CLIP = 4;
const MIN_SHARE_RISING = 0.97;
const MIN_SHARE_MOVING = 0.3;
/** Where what varies grows with the level by this, and on a log scale by less than its root, the log scale is the right one. */
const MIN_GROWTH = 1.5;

const known = new WeakMap<SeriesSamples, readonly OrdinaryLane[]>();

/** Every channel of every series that was measured at 20 steps or more, most of them in its time, worked out once for the same samples. */
export async function ordinaryLanes(samples: SeriesSamples, context: Context): Promise<readonly OrdinaryLane[]> {
  const before = known.get(samples);
  if (before) return before;
  const lanes: OrdinaryLane[] = [];
  const all = samples.block(0, samples.count);
  for (const series of seriesIn(samples)) {
    for (let channel = 0; channel < samples.width; channel++) {
      const { from, to, filled } = measuredPart(samples, channel, series);
      if (to - from < MIN_STEPS || filled > MAX_FILLED * (to - from)) continue;
      const values = Float64Array.from(
        { length: to - from },
        (_, step) => all[(from + step) * samples.width + channel]!, // a step of the samples
      );
      lanes.push(laneOf(samples, channel, from, to, values));
      await context.checkpoint(to / samples.count);
    }
  }
  known.set(samples, lanes);
  return lanes;
}

/** From the first step at which a channel was measured to the last, and how many between them were filled in. */
function measuredPart(
  { isFilled }: SeriesSamples,
  channel: number,
  series: { readonly from: number; readonly to: number },
) {
  let { from, to } = series;
  if (!isFilled) return { from, to, filled: 0 };
  while (from < to && isFilled(from, channel)) from++;
  while (to > from && isFilled(to - 1, channel)) to--;
  let filled = 0;
  for (let step = from; step < to; step++) if (isFilled(step, channel)) filled++;
  return { from, to, filled };
}

/** Steps whose times follow each other, gaps included: a series begins where time goes back. */
export function seriesIn({ starts, times, count }: SeriesSamples): { readonly from: number; readonly to: number }[] {
  const begins: number[] = [];
  for (let part = 0; part + 1 < starts.length; part++) {
    const start = starts[part]!; // part < length
    if (start === 0 || times[start]! <= times[start - 1]!) begins.push(start);
  }
  return begins.map((from, at) => ({ from, to: begins[at + 1] ?? count }));
}

function laneOf(samples: SeriesSamples, channel: number, from: number, to: number, values: Float64Array): OrdinaryLane {
  const places = placesOf(samples, from, to);
  const periods = periodsIn(samples);
  const plain = changingCourse({ values, places, periods });
  const unit = (step: number, value: number) => samples.inUnits?.(from + step, channel, value) ?? value;
  const shared = { channel, from, to, values };
  const kind = kindOf(samples, values, plain);
  const raw = values.map((value, step) => unit(step, value));
  const growth = growthOf(plain.course);
  if (growth > MIN_GROWTH && raw.every((value) => value > 0)) {
    const logged = changingCourse({ values: raw.map(Math.log), places, periods });
    if (growthOf(logged.course) < Math.sqrt(growth))
      return {
        ...shared,
        ...logged,
        levelled: plain.levelled,
        kind,
        expectedAt: (step) => Math.exp(logged.course.expected[step]!),
      }; // a step
  }
  return { ...shared, ...plain, kind, expectedAt: (step) => unit(step, plain.course.expected[step]!) }; // a step
}

function kindOf(
  samples: SeriesSamples,
  values: Float64Array,
  { course, shifts }: ChangingCourse,
): OrdinaryLane["kind"] {
  if (isCounter(values)) return "counter";
  const [period] = samples.periods;
  // What goes by the calendar has an exact period, however little of it a season explains.
  const strength = period && period.name === null ? period.strength : 0;
  if (course.season !== null || strength < MIN_STRENGTH_OF_BEATS) return "ordinary";
  // A level that changes looks like a period, too: what repeats itself does so beside it.
  const isBeside = shifts.length === 0 || likenessAt(course.residual, period?.steps ?? 0) >= MIN_STRENGTH_OF_BEATS;
  return isBeside ? "beats" : "ordinary";
}

/** How alike steps so far apart are. */
function likenessAt(residual: Float64Array, lag: number): number {
  const clipped = residual.map((one) => Math.max(-CLIP, Math.min(CLIP, one)));
  let [both, square] = [0, 0];
  clipped.forEach((one, at) => {
    square += one * one;
    if (at >= lag) both += one * clipped[at - lag]!; // at - lag >= 0
  });
  return square > 0 ? both / square : 0;
}

/** The periods that its season may have: those it shows, and those of the calendar. */
export function periodsIn(samples: SeriesSamples): number[] {
  return [...new Set([...samples.periods.map(({ steps }) => steps), ...calendarOf(samples)])];
}

/** How many steps each step of a series lies after its first, missing ones counted where the pace is even. */
export function placesOf({ times, step }: SeriesSamples, from: number, to: number): Float64Array {
  const start = times[from]!; // from < to
  const places = Float64Array.from({ length: to - from }, (_, at) => Math.round((times[from + at]! - start) / step)); // a step
  const isEven = places.every((place, at) => place >= at) && places.at(-1)! <= 4 * places.length; // not empty
  return isEven ? places : places.map((_, at) => at);
}

function calendarOf({ unitMs, step }: SeriesSamples): number[] {
  const lengths = [DAY, 7 * DAY].map((length) => length / (step * (unitMs ?? Infinity)));
  return unitMs !== null ? lengths.filter((steps) => Number.isInteger(steps) && steps >= 4) : [];
}

function isCounter(values: Float64Array): boolean {
  let [falls, rises] = [0, 0];
  for (let at = 1; at < values.length; at++) {
    if (values[at]! < values[at - 1]!)
      falls++; // at < length
    else if (values[at]! > values[at - 1]!) rises++;
  }
  return falls <= (1 - MIN_SHARE_RISING) * values.length && rises >= MIN_SHARE_MOVING * values.length;
}

/** How much more varies where much is expected than where little is, at least 1. */
function growthOf({ expected, residual, size }: Course): number {
  const middle = medianOf(expected);
  const own = (isHigh: boolean) =>
    sizeOf(
      residual
        .map((one, step) => one * size[step]!)
        .filter((_, step) => expected[step]! > middle === isHigh) /* a size and an expectation of each step */,
    );
  const [low, high] = [own(false), own(true)];
  return low > 0 && high > 0 ? Math.max(low / high, high / low) : 1;
}
