import { quantileOfSorted } from "../math/quantile";

/** Beyond `from` hours from the middle lies the share `share` of all, which falls off by a factor of e every `scale` hours. */
interface Side {
  readonly from: number;
  readonly share: number;
  readonly scale: number;
}

/** When in the day things happen: hours counted from the quiet ones on. */
export interface UsualHours {
  /** The hour of the day, in the middle of the quiet ones, at which the count begins. */
  readonly from: number;
  readonly middle: number;
  readonly early: Side;
  readonly late: Side;
  /** Nineteen of twenty happen between these hours of the day. */
  readonly usual: { readonly low: number; readonly high: number };
}

const HOUR_MS = 3_600_000;
/** Quiet hours: so many in a row, with so few of all that happens. */
const QUIET_HOURS = 6;
const MAX_QUIET_SHARE = 0.02;
const MIN_EVENTS = 100;
/** What lies furthest out on a side tells how it falls off: so many events, or a tenth. */
const MIN_OUTER = 40;
const MAX_OUTER_SHARE = 0.1;

/**
 * The usual hours; null where things happen around the clock, or all at one time of it. A day has ends, so that the hours
 * furthest from the middle fall off at least as fast as an exponential distribution (peaks over a threshold, Siffer et al. 2017).
 */
export function usualHoursOf(times: Float64Array): UsualHours | null {
  const hours = times.filter(Number.isFinite).map(hourWithParts);
  if (hours.length < MIN_EVENTS) return null;
  const byHour = new Float64Array(24);
  for (const hour of hours) byHour[Math.floor(hour)]! += 1; // below 24
  const sums = Array.from({ length: 24 }, (_, first) =>
    Array.from({ length: QUIET_HOURS }, (_one, at) => byHour[(first + at) % 24]!).reduce(
      (sum, count) => sum + count,
      0,
    ),
  );
  const least = Math.min(...sums);
  if (least > MAX_QUIET_SHARE * hours.length) return null;
  // Of equally quiet places the middle one.
  const quietest = sums.flatMap((sum, first) => (sum === least ? [first] : []));
  const from = (quietest[Math.floor(quietest.length / 2)]! + QUIET_HOURS / 2) % 24; // there is one
  const sorted = hours.map((hour) => sinceOf(hour, from)).sort();
  const middle = quantileOfSorted(sorted, 0.5);
  const early = sideOf(sorted.map((hour) => middle - hour).filter((distance) => distance > 0));
  const late = sideOf(sorted.map((hour) => hour - middle).filter((distance) => distance > 0));
  const at = (share: number) => (quantileOfSorted(sorted, share) + from) % 24;
  return early && late && { from, middle, early, late, usual: { low: at(0.025), high: at(0.975) } };
}

function sideOf(distances: Float64Array): Side | null {
  const outer = Math.min(MAX_OUTER_SHARE, MIN_OUTER / distances.length);
  if (distances.length < MIN_OUTER) return null;
  const sorted = distances.sort();
  const from = quantileOfSorted(sorted, 1 - outer);
  // By the middle one, which what is strange does not move.
  const scale = (quantileOfSorted(sorted, 1 - outer / 2) - from) / Math.LN2;
  return scale > 0 ? { from, share: outer / 2, scale } : null;
}

/** How rarely an ordinary moment lies as far from the usual hours. */
export function hourEvidence({ from, middle, early, late }: UsualHours, time: number): number {
  if (!Number.isFinite(time)) return 0;
  const distance = sinceOf(hourWithParts(time), from) - middle;
  const side = distance < 0 ? early : late;
  const beyond = Math.abs(distance) - side.from;
  return beyond > 0 ? beyond / (side.scale * Math.LN10) - Math.log10(side.share) : 0;
}

/** The hour of the day, with its parts. */
export function hourWithParts(time: number): number {
  return (((time / HOUR_MS) % 24) + 24) % 24;
}

function sinceOf(hour: number, from: number): number {
  return (hour - from + 24) % 24;
}
