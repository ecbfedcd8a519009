/** Rows per hour of day (24) and per weekday (7, Monday first), UTC. */
export interface Clock {
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
}

const msPerHour = 3_600_000;
const msPerDay = 86_400_000;

/** The hour of day (0 to 23) of epoch milliseconds, UTC. */
export function hourOf(time: number): number {
  return Math.floor((time - Math.floor(time / msPerDay) * msPerDay) / msPerHour);
}

/** The weekday (0 Monday to 6 Sunday) of epoch milliseconds, UTC. */
export function weekdayOf(time: number): number {
  // 1 January 1970 was a Thursday.
  const weekday = (Math.floor(time / msPerDay) + 3) % 7;
  return weekday < 0 ? weekday + 7 : weekday;
}

/** The weekdays in that order, as keys of the catalogue. */
export const WEEKDAY_KEYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** How finite epoch milliseconds are spread over the day and the week. */
export function clockOf(times: Float64Array): Clock {
  const hours = new Array<number>(24).fill(0);
  const weekdays = new Array<number>(7).fill(0);
  for (const time of times) {
    if (!Number.isFinite(time)) continue;
    hours[hourOf(time)]!++; // 0 to 23
    weekdays[weekdayOf(time)]!++; // 0 to 6
  }
  return { hours, weekdays };
}

/**
 * Whether some hours (or weekdays) are clearly rarer than others, beyond chance: only then does the hour
 * of a row say something about it. Counts of a regular series or of steady traffic are even.
 */
export function isUneven(counts: readonly number[]): boolean {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (expected === 0) return false;
  // Variance over mean: 1 on average when rows fall by chance.
  const dispersion = counts.reduce((sum, count) => sum + (count - expected) ** 2, 0) / expected / (counts.length - 1);
  return dispersion > 3 && Math.min(...counts) < 0.6 * expected;
}
