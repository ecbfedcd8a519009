import { courseOf, type Course, type CourseInput } from "../course/ordinary-course";
import { medianOf, sizeOf } from "../course/robust";
import { seasonMedians } from "../course/season-medians";
import { slowTrend } from "../course/slow-trend";
import { driftIn, type Drift } from "./drifts";
import { levelShiftsIn, type LevelShift } from "./level-shifts";

/** A drift, its steps counted from the first of the lane. */
export interface LaneDrift extends Drift {
  /** The step after the last of it. */
  readonly end: number;
}

/** What a channel ordinarily does, and from where on it does something else: what lasts is no stranger afterwards. */
export interface ChangingCourse {
  readonly course: Course;
  readonly shifts: readonly LevelShift[];
  readonly drifts: readonly LaneDrift[];
  /** In the noise: of the size of jumps, in usual ones. */
  readonly noiseShifts: readonly LevelShift[];
  /** The values without what changes for good. */
  readonly levelled: Float64Array;
}

/** From this evidence on a change is taken for one when it is said what is ordinary. */
const MIN_EVIDENCE = 2;
/** A jump so many usual ones high says as much of the noise as a higher one: one spike is no noise. */
const MAX_JUMP = 4;

/** The course of values whose level, or whose noise, changes for good: between two changes it is that of one level. */
export function changingCourse(input: CourseInput): ChangingCourse {
  const plain = courseOf(input);
  const flat = withoutSeason(input, plain.season);
  const shifts = levelShiftsIn(flat);
  const drifts = driftsBetween(flat, shifts);
  const sure = <T extends { readonly evidence: number }>(all: readonly T[]) =>
    all.filter((one) => one.evidence >= MIN_EVIDENCE);
  const base = baseOf(flat.length, sure(shifts), sure(drifts));
  const levelled = base ? input.values.map((value, step) => value - base[step]!) : input.values; // as many
  const course = base ? onBase({ ...input, values: levelled }, base) : plain;
  const noiseShifts = levelShiftsIn(jumpSizesOf(course.residual));
  const loud = sure(noiseShifts);
  return { course: loud.length === 0 ? course : evened(course, loud), shifts, drifts, noiseShifts, levelled };
}

/** The values without their season; what is slow stays in them. */
function withoutSeason({ values, places }: CourseInput, season: number | null): Float64Array {
  if (season === null) return values;
  const trend = slowTrend(values, season);
  const flat = values.map((value, step) => value - trend[step]!); // one for each step
  const phases = Uint32Array.from(places, (place) => place % season);
  const { usual } = seasonMedians(flat, phases, season);
  return values.map((value, step) => value - usual[step]!); // one for each step
}

function driftsBetween(flat: Float64Array, shifts: readonly LevelShift[]): LaneDrift[] {
  return partsOf(flat.length, shifts).flatMap(({ from, to }) => {
    const found = driftIn(flat.subarray(from, to));
    return found ? [{ ...found, at: from + found.at, start: from + found.start, end: to }] : [];
  });
}

/** What lies between changes that are likelier than not. */
function partsOf(length: number, shifts: readonly LevelShift[]): { readonly from: number; readonly to: number }[] {
  const places = shifts.filter(({ evidence }) => evidence >= 1).map(({ at }) => at);
  const ends = [...places.sort((one, other) => one - other), length];
  return ends.map((to, part) => ({ from: ends[part - 1] ?? 0, to }));
}

/** How far what lasts lies from the first level; null where nothing changes. */
function baseOf(length: number, shifts: readonly LevelShift[], drifts: readonly LaneDrift[]): Float64Array | null {
  if (shifts.length + drifts.length === 0) return null;
  const base = new Float64Array(length);
  for (const { at, before, after } of shifts) for (let step = at; step < length; step++) base[step]! += after - before; // step < length
  for (const { start, end, before, after } of drifts)
    for (let step = start; step < length; step++)
      base[step]! += (after - before) * Math.min(1, (step - start) / (end - start)); // step < length
  return base;
}

function onBase(levelled: CourseInput, base: Float64Array): Course {
  const course = courseOf(levelled);
  return { ...course, expected: course.expected.map((one, step) => one + base[step]!) }; // as many
}

/** How far each step lies from the middle of those beside it, in usual sizes. */
function jumpsOf(residual: Float64Array): Float64Array {
  return residual.map((one, step) => one - ((residual[step - 1] ?? one) + (residual[step + 1] ?? one)) / 2);
}

function jumpSizesOf(residual: Float64Array): Float64Array {
  const jumps = jumpsOf(residual);
  const usual = sizeOf(jumps);
  return jumps.map((jump) => (usual > 0 ? Math.min(MAX_JUMP, Math.abs(jump) / usual) : 0));
}

/** The same course with the residual of each part in the size that is usual there. */
function evened(course: Course, shifts: readonly LevelShift[]): Course {
  const [residual, size] = [course.residual.slice(), course.size.slice()];
  for (const { from, to } of partsOf(residual.length, shifts)) {
    const own = sizeOf(course.residual.subarray(from, to));
    if (!(own > 0)) continue;
    for (let step = from; step < to; step++) {
      residual[step]! /= own; // step < length
      size[step]! *= own; // step < length
    }
  }
  return { ...course, residual, size };
}

/** How many times as much the jumps after a step vary as those before it. */
export function timesTheNoise(residual: Float64Array, size: Float64Array, at: number): number {
  const jumps = jumpsOf(residual.map((one, step) => one * size[step]!)); // as many
  const before = sizeOf(jumps.subarray(0, at));
  return before > 0 ? sizeOf(jumps.subarray(at)) / before : 0;
}

/** The level before and after a step, over so many steps at most. */
export function levelsAround(values: Float64Array, at: number): readonly [number, number] {
  const width = Math.floor(values.length / 8);
  return [medianOf(values.subarray(Math.max(0, at - width), at)), medianOf(values.subarray(at, at + width))];
}
