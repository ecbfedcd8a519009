export const MS_PER_DAY = 86_400_000;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The last moment that JavaScript has a date for. */
export const LAST_MS = 8.64e15;

/** Epoch milliseconds as ISO 8601 in UTC; as a bare number beyond what a calendar reaches. */
export function isoTime(ms: number): string {
  return Math.abs(ms) <= LAST_MS ? new Date(ms).toISOString() : String(ms);
}

/**
 * Days from 1970-01-01 to a date of the proleptic Gregorian calendar; NaN when there is no such day.
 * Hinnant, "chrono-compatible low-level date algorithms" (days_from_civil).
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0)) return Number.NaN;
  if (month === 2 && day === 29 && !isLeap(year)) return Number.NaN;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Two-digit years as POSIX reads them: 69-99 are 1969-1999, 00-68 are 2000-2068. */
export function fullYear(twoDigits: number): number {
  return twoDigits + (twoDigits >= 69 ? 1900 : 2000);
}
