import { medianOf } from "../course/robust";
import { studentEvidence } from "../../math/student-tail";
import { evidenceOf, tailOf } from "../noise/tail-of";
import { differencesOf, usualDifference, withoutSpikes } from "./differences";

/** From some step on a series lies at another level than before. */
export interface LevelShift {
  /** The first step of the new level; it may lie anywhere from `from` to before `to`. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
  /** -log10 of how many as large are expected by chance in the whole lane. */
  readonly evidence: number;
}

/** What comes back sooner than this share of the series is a stretch of it, and no lasting change. */
const STRETCHES_IN_SERIES = 8;
const MIN_STEPS = 96;
/** Degrees of freedom of what so few wide windows tell. */
const FREEDOM = 8;
/** What changes more often does so by its nature. */
const MAX_CHANGES = 2;
const MIN_EVIDENCE = 1;
const MOST_REFUSED = 100;
const SLACK = 1.2;
/** How far it is looked whether a level is new, in eighths of the series, by blocks of a part of one. */
const EIGHTHS_AROUND = 3;
const BLOCKS = 4;
const MOST_BACK = 0.25;
/** So much of what changed at once has to last. */
const LASTING_SHARE = 0.6;
const MOST_BESIDE = 5;
/** So many steps of the new level are told: the first may be a step or two off. */
const STEPS_TOLD = 3;
/** Widths beside each other see nearly the same. */
const WIDTHS_AT_ONCE = 2;
const MIN_WIDTH = 2;

/**
 * Where neighbouring windows differ by more than the series itself makes likely, and by nearly as much still when they
 * are an eighth of the series wide (moving sums of many widths: Eichinger & Kirch 2018). Narrow windows are judged by all
 * others of their width, the widest by how narrower ones grow. n log n.
 */
export function levelShiftsIn(values: Float64Array): readonly LevelShift[] {
  const widest = Math.floor(values.length / STRETCHES_IN_SERIES);
  if (values.length < MIN_STEPS) return [];
  const calm = withoutSpikes(values);
  const wide = differencesOf(calm, widest);
  const widths: number[] = [];
  for (let width = MIN_WIDTH; width <= widest / 2; width *= 2) widths.push(width);
  const candidates = widths.flatMap((width) => seenAt(width === MIN_WIDTH ? values : calm, width, widths.length, wide, widest)); // prettier-ignore
  const scale = usualDifference(calm, [Math.floor(widest / 4), Math.floor(widest / 2)], widest);
  if (scale > 0) {
    const tried = Math.log10(2 * STRETCHES_IN_SERIES);
    wide.forEach((height, at) => {
      const evidence = studentEvidence(height / scale, FREEDOM) - tried;
      if (evidence >= 0) candidates.push({ at: at + widest, width: widest, height, evidence });
    });
  }
  const found: LevelShift[] = [];
  const refused: Candidate[] = [];
  for (const one of candidates.sort((a, b) => b.evidence - a.evidence)) {
    if (found.length > MAX_CHANGES || refused.length > MOST_REFUSED) break;
    if (found.some(({ at }) => Math.abs(at - one.at) < widest)) continue;
    if (refused.some(({ at, width }) => Math.abs(at - one.at) <= Math.max(width, one.width) / 2)) continue;
    const shift = shiftAt(calm, one, widest);
    const isApart = found.every(({ at }) => Math.abs(at - shift.at) >= widest / 2);
    if (isApart && lasts(calm, shift.at, widest) * Math.sign(one.height) >= LASTING_SHARE * Math.abs(one.height))
      found.push(shift);
    else refused.push(one);
  }
  if (found.filter(({ evidence }) => evidence >= MIN_EVIDENCE).length > MAX_CHANGES) return [];
  const lasting = found.filter((one) => !found.some((other) => isStretch(one, other, widest)));
  return lasting.filter((one) => isNew(calm, one, lasting, widest));
}

/** Whether the series hardly was at the new level before, nor at the old one after: what goes to and fro does so by its nature. */
function isNew(calm: Float64Array, one: LevelShift, others: readonly LevelShift[], widest: number): boolean {
  const middle = (one.before + one.after) / 2;
  const sign = Math.sign(one.after - one.before);
  const places = others.map(({ at }) => at);
  const first = Math.max(one.at - EIGHTHS_AROUND * widest, 0, ...places.filter((at) => at < one.at));
  const last = Math.min(one.at + EIGHTHS_AROUND * widest, calm.length, ...places.filter((at) => at > one.at));
  const size = Math.max(1, Math.floor(widest / BLOCKS));
  const there = (from: number, to: number, side: number) => {
    const blocks = Math.floor((to - from) / size);
    let other = 0;
    for (let block = 0; block < blocks; block++)
      if (side * (medianOf(calm.subarray(from + block * size, from + (block + 1) * size)) - middle) > 0) other++;
    return other / Math.max(1, blocks);
  };
  return there(first, one.at, sign) <= MOST_BACK && there(one.at, last, -sign) <= MOST_BACK;
}

/** Whether two are the ends of one stretch that is hardly longer than an eighth of the series. */
function isStretch(one: LevelShift, other: LevelShift, widest: number): boolean {
  const [up, down] = [one.after - one.before, other.after - other.before];
  return up * down < 0 && Math.abs(one.at - other.at) <= SLACK * widest && Math.abs(up + down) < Math.abs(up) / 2;
}

interface Candidate {
  readonly at: number;
  readonly width: number;
  readonly height: number;
  readonly evidence: number;
}

function seenAt(
  values: Float64Array,
  width: number,
  widths: number,
  lasting: Float64Array,
  widest: number,
): Candidate[] {
  const differences = differencesOf(values, width);
  const independent = differences.length / width;
  const tail = tailOf(differences.map(Math.abs), independent);
  if (!tail) return [];
  const tried = Math.log10(2 * independent * Math.max(1, widths / WIDTHS_AT_ONCE));
  const found: Candidate[] = [];
  differences.forEach((height, place) => {
    const at = place + width;
    const stays = (lasting[at - widest] ?? 0) * Math.sign(height);
    if (stays < LASTING_SHARE * Math.abs(height)) return;
    const evidence = evidenceOf(Math.abs(height), tail) - tried;
    if (evidence >= 0) found.push({ at, width, height, evidence });
  });
  return found;
}

/** What is left of the difference half a window away on either side: what is back by then is no level, however far it went. */
function lasts(calm: Float64Array, at: number, widest: number): number {
  const half = Math.floor(widest / 2);
  const before = calm.subarray(Math.max(0, at - widest), Math.max(0, at - half));
  return medianOf(calm.subarray(at + half, at + widest)) - medianOf(before);
}

function shiftAt(calm: Float64Array, { at, evidence }: Candidate, widest: number): LevelShift {
  const place = sharpest(calm, at, widest);
  const before = medianOf(calm.subarray(Math.max(0, place - widest), place));
  const after = medianOf(calm.subarray(place, place + widest));
  const middle = (before + after) / 2;
  // Steps beside it that are as near to the other level as to theirs may belong to either.
  const isOther = (step: number, side: number) => ((calm[step] ?? side) - middle) * (side - middle) <= 0;
  let [from, to] = [place, place + 1];
  while (place - from < MOST_BESIDE && isOther(from - 1, before)) from--;
  while (to - place < MOST_BESIDE && isOther(to - 1, after)) to++;
  to = Math.min(calm.length, Math.max(to, place + STEPS_TOLD));
  return { at: place, from, to, before, after, evidence };
}

/** Where a step fits best, near a place: by the sum of squares that it takes away. */
function sharpest(calm: Float64Array, near: number, widest: number): number {
  const [first, last] = [Math.max(0, near - widest), Math.min(calm.length, near + widest)];
  const own = calm.subarray(first, last);
  const total = own.reduce((sum, one) => sum + one, 0);
  let [sum, best, most] = [0, near, -1];
  for (let at = 1; at < own.length; at++) {
    sum += own[at - 1]!; // at < length
    const gap = sum / at - (total - sum) / (own.length - at);
    const taken = (gap * gap * at * (own.length - at)) / own.length;
    if (taken > most && Math.abs(first + at - near) <= widest / 2) [best, most] = [first + at, taken];
  }
  return best;
}
