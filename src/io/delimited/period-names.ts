import { MS_PER_DAY } from "../../core/data/civil-time";
import { timeParser } from "../../core/data/parse-time";

const MAX_DATE = 12;
const YEAR_PATTERN = /^(?:FY ?|CY ?)?((?:19|20)\d{2})$/i;
const YEAR_AND_MONTH = /^((?:19|20)\d{2})[-/.]?(0[1-9]|1[0-2])$/;
const MONTH_AND_YEAR = /^(0?[1-9]|1[0-2])[-/.]((?:19|20)\d{2})$/;
const CLOCK_PATTERN = /^([01]?\d|2[0-4]):([0-5]\d)$/;
const MINUTES_PER_HOUR = 60;
const QUARTER_PATTERN = /^(?:Q([1-4])[ /-]?((?:19|20)\d{2})|((?:19|20)\d{2})[ /-]?Q([1-4]))$/i;

/** Days since 1970 of a date without a time of day, by either order. */
const DATE_ORDERS = (["day-first", "month-first"] as const).map((order) => {
  const parse = timeParser(order);
  return (cell: string) => (cell.length <= MAX_DATE ? parse(cell, 0, cell.length) / MS_PER_DAY : Number.NaN);
});

/** Whether a cell is a year, a quarter, a month in digits or a day, which name columns as well as they are values. */
export function isPeriodName(cell: string): boolean {
  return (
    !Number.isNaN(monthsOf(cell)) ||
    CLOCK_PATTERN.test(cell) ||
    DATE_ORDERS.some((daysOf) => Number.isInteger(daysOf(cell)))
  );
}

/**
 * Whether cells name columns by periods: 2019, 2020, 2021, or days, each as far from the one before as the next one. Two
 * are too few to show a step, unless they follow each other.
 */
export function arePeriodNames(cells: readonly string[]): boolean {
  if (cells.length < 2) return false;
  const unit = YEAR_PATTERN.test(cells[0] ?? "") ? 12 : QUARTER_PATTERN.test(cells[0] ?? "") ? 3 : 1;
  if (goOnEvenly(cells.map(monthsOf), unit) || goOnEvenly(cells.map(minutesOf), MINUTES_PER_HOUR)) return true;
  return DATE_ORDERS.some((daysOf) => {
    const days = cells.map(daysOf);
    return goOnEvenly(days, 1) || goOnEvenly(days.map(monthOfDay), 1);
  });
}

/** So many columns in a row are not counted by chance. */
const MIN_COUNTED = 4;

/**
 * The columns that a line counts, from 0 or 1 on, beside words: `<>`, 1, 2, 3, … over the wells of a plate. None where it
 * holds anything else that is a number.
 */
export function countedColumns(cells: readonly string[]): readonly number[] {
  const counted = numberedColumns(cells);
  return countsOn(cells) && Number(cells[counted[0] ?? 0]) <= 1 ? counted : [];
}

/** Whether the numbers of a line are each one more than that at its left. */
export function countsOn(cells: readonly string[]): boolean {
  const counted = numberedColumns(cells);
  const [first = 0] = counted;
  const begin = Number(cells[first]);
  return (
    counted.length >= MIN_COUNTED &&
    first > 0 &&
    counted.every((column, at) => column === first + at && Number(cells[column]) === begin + at) &&
    counted.length === cells.filter((cell) => /\d/.test(cell)).length
  );
}

function numberedColumns(cells: readonly string[]): readonly number[] {
  return cells.flatMap((cell, column) => (/^\d{1,4}$/.test(cell) ? [column] : []));
}

/** Months since 1970 of the month that a day lies in: the ends of months are not evenly apart. */
function monthOfDay(day: number): number {
  if (Number.isNaN(day)) return day;
  const date = new Date(day * MS_PER_DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Minutes since midnight; NaN for anything else. */
function minutesOf(cell: string): number {
  const clock = CLOCK_PATTERN.exec(cell);
  return clock ? Number(clock[1]) * MINUTES_PER_HOUR + Number(clock[2]) : Number.NaN;
}

function goOnEvenly(months: readonly number[], unit: number): boolean {
  const step = (months[1] ?? Number.NaN) - (months[0] ?? Number.NaN);
  if (!(Math.abs(step) > 0) || (months.length === 2 && Math.abs(step) !== unit)) return false;
  return months.every((month, at) => at === 0 || month - (months[at - 1] ?? Number.NaN) === step);
}

/** Months since the year 0; NaN for anything else. */
function monthsOf(cell: string): number {
  const year = YEAR_PATTERN.exec(cell);
  if (year) return Number(year[1]) * 12;
  const month = YEAR_AND_MONTH.exec(cell);
  if (month) return Number(month[1]) * 12 + Number(month[2]) - 1;
  const other = MONTH_AND_YEAR.exec(cell);
  if (other) return Number(other[2]) * 12 + Number(other[1]) - 1;
  const quarter = QUARTER_PATTERN.exec(cell);
  if (!quarter) return Number.NaN;
  return Number(quarter[2] ?? quarter[3]) * 12 + 3 * Number(quarter[1] ?? quarter[4]) - 3;
}
