import { clockOf } from "../data/profile-clock";
import { fewEvidence } from "./poisson";
import { breachEvidence, isLaw } from "./evidence";

/** Days of the week and hours of the day on which hardly anything happens. */
export interface EmptyTimes {
  /** By weekday, Monday first: the evidence of a row on it. */
  readonly weekdays: readonly number[];
  /** By hour of the day. */
  readonly hours: readonly number[];
}

/** An hour alone may be empty by chance; a night is a run of at least so many. */
const MIN_HOURS_OF_NIGHT = 4;

/** Whether times tell the time of day, and not only days. */
function tellsHours(times: Float64Array): boolean {
  return times.some((ms) => ms % 86_400_000 !== 0);
}

/**
 * The weekdays and the nights that a few rows break: as rarely as the Poisson probability of so few in that part of the
 * week or day says, and as breaches of a law.
 */
export function emptyTimesOf(times: Float64Array): EmptyTimes {
  const { weekdays, hours } = clockOf(times);
  const { length } = times;
  const spread = new Set(Array.from(times, (ms) => Math.floor(ms / 86_400_000))).size;
  return {
    // Fewer than four weeks hold too few of each weekday to tell.
    weekdays: weekdays.map((seen) => (spread >= 20 ? evidenceOf(seen, 1 / 7, length) : 0)),
    hours: tellsHours(times) ? nightEvidence(hours, length) : new Array<number>(24).fill(0),
  };
}

function evidenceOf(seen: number, share: number, count: number): number {
  if (seen === 0 || !isLaw(seen, count)) return 0;
  return Math.min(breachEvidence(seen, count), fewEvidence(seen, share * count));
}

/** The longest runs of hours, around midnight too, that hold next to nothing together. */
function nightEvidence(hours: readonly number[], count: number): number[] {
  const evidence = new Array<number>(24).fill(0);
  for (let from = 0; from < 24; from++) {
    let seen = 0;
    for (let length = 1; length < 24; length++) {
      seen += hours[(from + length - 1) % 24]!; // 0 to 23
      if (!isLaw(seen, count)) break;
      if (length < MIN_HOURS_OF_NIGHT || seen === 0) continue;
      const own = evidenceOf(seen, length / 24, count);
      for (let hour = from; hour < from + length; hour++) evidence[hour % 24] = Math.max(evidence[hour % 24]!, own); // 0 to 23
    }
  }
  return evidence;
}
