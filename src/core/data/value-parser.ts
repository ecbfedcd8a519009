import { LAST_MS, MS_PER_DAY, daysFromCivil } from "./civil-time";
import type { Dialect } from "./dialect";
import { type DurationForm, durationOf } from "./duration";
import { type NumberForm, factorOf } from "./number-form";
import { numberParser } from "./parse-number";
import { timeParser } from "./parse-time";
import { timeOfDay } from "./time-of-day";
import type { TimeZone, ZoneTally } from "./time-zone";
import { writtenNumberOf } from "./written-number";

/** How cells are written: the part of the dialect that values depend on. */
export type CellStyle = Pick<Dialect, "decimal" | "thousands" | "missing" | "dateOrder">;

/** How the cells of a time column say the time. */
export type Clock =
  | "text"
  | "seconds"
  | "milliseconds"
  | "microseconds"
  | "nanoseconds"
  | "serial-days"
  | "datenum"
  | "yyyymmdd"
  | "yyyymm";

/** Longer cells are not looked at for what stands around a number. */
const MAX_LENGTH = 200;

/** The value of the cell in `text` from `start` to `end`; NaN when it cannot be read. */
export type ParseValue = (text: string, start: number, end: number) => number;

/**
 * Reads numbers, with what people write around them, in the unit of `form`: 5 % is read as 5, `1.2 kW` among
 * watts as 1200, `<0.05` as the limit itself.
 *
 * @param onMark hears of every number that is such a limit, or that has a note
 */
export function numberReader(
  style: CellStyle,
  form: NumberForm,
  onMark?: (mark: "limit" | "note", cell: string) => void,
): ParseValue {
  if (form.duration) return durationReader(form.duration);
  const parse = numberParser(form.style ?? style);
  const bare = factorOf({ unit: "" }, form);
  return (text, start, end) => {
    const plain = parse(text, start, end);
    if (!Number.isNaN(plain)) return bare === 1 || plain === 0 ? plain : plain * bare;
    if (end - start > MAX_LENGTH) return Number.NaN;
    const cell = text.slice(start, end);
    const written = writtenNumberOf(cell);
    if (!written) return Number.NaN;
    const value = parse(written.number, 0, written.number.length) * factorOf(written, form);
    if (Number.isNaN(value)) return value;
    if (written.limit !== "") onMark?.("limit", cell);
    if (written.isNoted || (form.marks === "notes" && written.unit !== "")) onMark?.("note", cell);
    return value;
  };
}

/** Reads lengths of time as seconds; a time of day is one that went by since midnight. */
function durationReader(form: DurationForm): ParseValue {
  return (text, start, end) => {
    const cell = text.slice(start, Math.min(end, start + MAX_LENGTH));
    const seconds = durationOf(cell, form);
    return Number.isNaN(seconds) && form !== "units" ? timeOfDay(cell.trim()) / 1000 : seconds;
  };
}

const COUNTS_IN_UTC: ReadonlySet<Clock> = new Set(["seconds", "milliseconds", "microseconds", "nanoseconds"]);

/** The zone of times that bare numbers say: what counts from 1970 counts in UTC. */
export function zoneOfClock(clock: Exclude<Clock, "text">): TimeZone {
  return COUNTS_IN_UTC.has(clock) ? 0 : "none";
}

/** Reads times as epoch milliseconds; those that no calendar reaches are NaN. */
export function timeReader(style: CellStyle, clock: Clock, zones?: ZoneTally): ParseValue {
  if (clock === "text") return timeParser(style.dateOrder, zones);
  const parse = numberParser(style);
  const msOf = MS_OF[clock];
  return (text, start, end) => {
    const ms = msOf(parse(text, start, end));
    return Math.abs(ms) <= LAST_MS ? ms : Number.NaN;
  };
}

/** The day 0 of spreadsheets, 1899-12-30, lies so many days before 1970. */
const SERIAL_OF_1970 = 25_569;
/** Matlab counts days from the year 0. */
const DAY_NUMBER_OF_1970 = 719_529;

const MS_OF: Readonly<Record<Exclude<Clock, "text">, (value: number) => number>> = {
  seconds: (value) => value * 1000,
  milliseconds: (value) => value,
  // A double holds such numbers to about 256 ns: what lies below a microsecond is noise.
  microseconds: (value) => Math.round(value) / 1000,
  nanoseconds: (value) => Math.round(value / 1000) / 1000,
  "serial-days": (value) => Math.round((value - SERIAL_OF_1970) * MS_PER_DAY),
  datenum: (value) => Math.round((value - DAY_NUMBER_OF_1970) * MS_PER_DAY),
  yyyymmdd: msOfCompactDate,
  yyyymm: msOfYearMonth,
};

/** Epoch milliseconds of a date written as the number 20240304 or 20240304050607; NaN when it is none. */
export function msOfCompactDate(value: number): number {
  if (!Number.isInteger(value)) return Number.NaN;
  // Without seconds, and without minutes: 202403040506, 2024030405.
  if (value >= 1e11 && value < 1e12) return msOfCompactDate(value * 100);
  if (value >= 1e9 && value < 1e10) return msOfCompactDate(value * 1e4);
  if (value >= 1e13 && value < 1e14) {
    const clock = value % 1e6;
    const [hour, minute, second] = [Math.floor(clock / 1e4), Math.floor(clock / 100) % 100, clock % 100];
    if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
    return msOfCompactDate(Math.floor(value / 1e6)) + ((hour * 60 + minute) * 60 + second) * 1000;
  }
  if (value < 10_000_101 || value > 99_991_231) return Number.NaN;
  return daysFromCivil(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100) * MS_PER_DAY;
}

/** Epoch milliseconds of the first day of a month that is written as the number 202403; NaN when it is none. */
export function msOfYearMonth(value: number): number {
  if (!Number.isInteger(value) || value < 100_001 || value > 999_912) return Number.NaN;
  return daysFromCivil(Math.floor(value / 100), value % 100, 1) * MS_PER_DAY;
}
