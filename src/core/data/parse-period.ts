import { daysFromCivil, fullYear } from "./civil-time";
import { monthOf } from "./month-names";

const MAX_LENGTH = 20;
const QUARTER_BEHIND = /^(\d{4})\s?[-/]?\s?q([1-4])$/;
const QUARTER_BEFORE = /^q([1-4])\s?[-/' ]?\s?(\d{4}|\d{2})$/;
const HALF_BEHIND = /^(\d{4})\s?[-/]?\s?[hs]([12])$/;
const HALF_BEFORE = /^[hs]([12])\s?[-/' ]?\s?(\d{4})$/;
const WEEK_PATTERN = /^(\d{4})-?w(\d{2})(?:-?([1-7]))?$/;
const MONTH_BEHIND = /^(\d{4})m(\d{2})$/;
const MONTH_BEFORE = /^(\d{1,2})\/(\d{4})$/;
const NAMED_MONTH = /^(\p{L}{3,10})\.?[ \-/']{1,2}(\d{4}|(?<=[-'])\d{2})$/u;

/**
 * Days since 1970-01-01 to the first day of a period: `2024-Q1`, `Q1 2024`, `2024-H1`, the ISO week `2024-W10`, `2024M03`,
 * `03/2024`, `Mar 2024`, `März-24`; NaN for anything else. The other forms of dates are those of `timeParser`.
 */
export function periodOf(text: string, start: number, end: number): number {
  if (end - start > MAX_LENGTH) return Number.NaN;
  const cell = text.slice(start, end).trim().toLowerCase();
  const behind = QUARTER_BEHIND.exec(cell);
  if (behind) return quarter(Number(behind[1]), Number(behind[2]));
  const before = QUARTER_BEFORE.exec(cell);
  if (before) return quarter(yearOf(before[2]), Number(before[1]));
  const half = HALF_BEHIND.exec(cell);
  if (half) return daysFromCivil(Number(half[1]), 6 * Number(half[2]) - 5, 1);
  const halfBefore = HALF_BEFORE.exec(cell);
  if (halfBefore) return daysFromCivil(Number(halfBefore[2]), 6 * Number(halfBefore[1]) - 5, 1);
  const week = WEEK_PATTERN.exec(cell);
  if (week) return isoWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const month = MONTH_BEHIND.exec(cell);
  if (month) return daysFromCivil(Number(month[1]), Number(month[2]), 1);
  const slashed = MONTH_BEFORE.exec(cell);
  if (slashed) return daysFromCivil(Number(slashed[2]), Number(slashed[1]), 1);
  const named = NAMED_MONTH.exec(cell);
  return named ? daysFromCivil(yearOf(named[2]), monthOf(named[1] ?? ""), 1) : Number.NaN;
}

function yearOf(digits = ""): number {
  return digits.length === 2 ? fullYear(Number(digits)) : Number(digits);
}

function quarter(year: number, number: number): number {
  return daysFromCivil(year, 3 * number - 2, 1);
}

/** The first ISO week of a year is the one that holds 4 January; weeks begin on Monday. */
function isoWeek(year: number, week: number, day: number): number {
  if (week < 1 || week > 53) return Number.NaN;
  const fourth = daysFromCivil(year, 1, 4);
  const weekday = (((fourth + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
  return fourth - weekday + 7 * (week - 1) + day - 1;
}
