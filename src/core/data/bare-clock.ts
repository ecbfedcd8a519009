import { saysBound, saysDate, saysDayNumber, saysMonth, saysTime } from "./time-names";
import { type Clock, msOfCompactDate, msOfYearMonth } from "./value-parser";

type BareClock = Exclude<Clock, "text">;

/** Bare numbers are times when all but this share lie where times do. */
const MAX_STRAY_SHARE = 0.02;
const FIRST_SECOND = 1e8;
const LAST_SECOND = 4.2e9;
const SECOND_OF_1998 = 9e8;
/** The days of spreadsheets from 1980 to 2079, and the same as Matlab counts them. */
const FIRST_SERIAL = 29_221;
const LAST_SERIAL = 65_745;
const FIRST_DAY_NUMBER = 723_181;
const LAST_DAY_NUMBER = 759_705;

/** How the bare numbers of a column say the time, as its name or their steps tell; null where they are quantities. */
export function bareClockOf(name: string, values: readonly number[]): BareClock | null {
  if (saysTime(name) || saysMonth(name) || saysDayNumber(name)) return clockOf(name, values);
  // Genes begin at hundreds of millions, too, but none at a second of the last decades.
  if (saysBound(name) && values.every((value) => value >= SECOND_OF_1998 && value <= LAST_SECOND)) return "seconds";
  return isSerialGrid(values) ? "serial-days" : null;
}

/**
 * How bare numbers could say the time; null when their range is no plausible one.
 *
 * @param name of the column: where it speaks of days, numbers such as 45355 are those of a spreadsheet
 */
export function clockOf(name: string, values: readonly number[]): BareClock | null {
  const all = (test: (value: number) => boolean) => values.filter(test).length >= values.length * (1 - MAX_STRAY_SHARE);
  const within = (unit: number) => all((value) => value >= FIRST_SECOND * unit && value <= LAST_SECOND * unit);
  if (values.length === 0) return null;
  if (all((value) => isPlausibleDay(msOfCompactDate(value)))) return "yyyymmdd";
  if (within(1)) return "seconds";
  if (within(1e3)) return "milliseconds";
  if (within(1e6)) return "microseconds";
  if (within(1e9)) return "nanoseconds";
  if (saysMonth(name) && all((value) => isPlausibleDay(msOfYearMonth(value)))) return "yyyymm";
  if (saysDayNumber(name) && all((value) => value >= FIRST_DAY_NUMBER && value <= LAST_DAY_NUMBER)) return "datenum";
  return saysDate(name) && all((value) => value >= FIRST_SERIAL && value <= LAST_SERIAL) ? "serial-days" : null;
}

const MINUTES_PER_DAY = 1440;
const MIN_STEPS = 10;

/**
 * Whether numbers are the days of a spreadsheet whatever their column is called: in the range of our days, with parts of
 * a day, and a step that is the same number of minutes all along.
 */
function isSerialGrid(values: readonly number[]): boolean {
  if (values.length <= MIN_STEPS || values.some((value) => value < FIRST_SERIAL || value > LAST_SERIAL)) return false;
  if (values.every(Number.isInteger)) return false;
  const minutes = values.slice(1).map((value, i) => (value - values[i]!) * MINUTES_PER_DAY); // one before each
  const step = Math.round(minutes[0] ?? 0);
  // Ten digits, as spreadsheets write them, hold a minute to a thousandth.
  return step > 0 && minutes.filter((one) => Math.abs(one - step) < 0.02).length >= minutes.length * 0.9;
}

function isPlausibleDay(ms: number): boolean {
  return ms >= Date.UTC(1900, 0, 1) && ms < Date.UTC(2101, 0, 1);
}
