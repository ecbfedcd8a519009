import { MS_PER_DAY, daysFromCivil, fullYear } from "./civil-time";
import type { Dialect } from "./dialect";
import { DAY_MARKS, parseClock } from "./parse-clock";
import { isWeekday, monthOf } from "./month-names";
import { periodOf } from "./parse-period";
import { otherDate } from "./other-dates";
import { endsAtClock, markOfSpan } from "./time-span";
import type { ZoneTally } from "./time-zone";
import { TextCursor, isDigit } from "./text-cursor";

/** Epoch milliseconds (UTC) of the cell in `text` from `start` to `end`; NaN when it is no date. */
export type ParseTime = (text: string, start: number, end: number) => number;

const COMMA = 44;
const APOSTROPHE = 39;
const DASH = 45;
const DOT = 46;
const SLASH = 47;
/** The marks behind year, month and day: in Chinese and Japanese, in Korean. */
const YEAR_MARKS = [0x5e74, 0xb144];
const MONTH_MARKS = [0x6708, 0xc6d4];
/** Part numbers such as 4700-01 look like year and month. */
const FIRST_YEAR = 1500;
const LAST_YEAR = 2200;
const MAX_LENGTH = 80;

/**
 * A parser of dates with or without a time of day: `2024-03-04`, `2024-03-04T05:06:07.89+02:00`,
 * `2024/3/4 5:06`, `2024-03`, `04.03.2024`, `3/4/24 5:06 PM`, `4 Mar 2024`, `Mar 4, 2024`,
 * `Mon, 04 Mar 2024 05:06:07 GMT`, `Mon Mar  4 05:06:07 2024`, `20240304T050607Z`, `4. März 2024`, `2024年3月4日`, `2024-Q1`,
 * `04MAR2024:05:06:07`; of a span between two of them, its beginning.
 * Without a zone it is read as UTC. `order` decides 03/04/2024; 25/03/2024 can only mean one day and is read either way. Bare
 * digits are never a date here. `zones` hears the zone of every time. `Date.parse` is not used: it is slower and reads the
 * same text differently by browser.
 */
export function timeParser(order: Dialect["dateOrder"], zones?: ZoneTally): ParseTime {
  const cursor = new TextCursor();
  const dayFirst = order === "day-first";
  return (text, start, end) => {
    if (end - start < 6 || end - start > MAX_LENGTH) return Number.NaN;
    cursor.reset(text, start, end);
    const days = parseDate(cursor, dayFirst);
    const time = Number.isNaN(days) ? days : days * MS_PER_DAY + parseClock(cursor);
    if (Number.isNaN(time)) cursor.zone = Number.NaN;
    const found = Number.isNaN(time) ? otherwise(text, start, end) : time;
    if (zones && !Number.isNaN(found)) zones.see(cursor.zone);
    return found;
  };

  function otherwise(text: string, start: number, end: number): number {
    const dated = otherDate(text, start, end);
    if (dated !== null) return plain(dated, 0, dated.length);
    const period = periodOf(text, start, end) * MS_PER_DAY;
    return Number.isNaN(period) ? beginningOf(text, start, end) : period;
  }

  function plain(text: string, start: number, end: number): number {
    cursor.reset(text, start, end);
    const days = parseDate(cursor, dayFirst);
    return Number.isNaN(days) ? days : days * MS_PER_DAY + parseClock(cursor);
  }

  /** A span of time is where it begins: `01.01.2024 00:00 - 01.01.2024 01:00`. */
  function beginningOf(text: string, start: number, end: number): number {
    const mark = markOfSpan(text, start, end);
    if (mark === null) return Number.NaN;
    if (!endsAtClock(text.slice(0, end), mark.to) && Number.isNaN(plain(text, mark.to, end))) return Number.NaN;
    return plain(text, start, mark.from);
  }
}

/** Days since 1970-01-01; the cursor stays behind the date. */
function parseDate(cursor: TextCursor, dayFirst: boolean): number {
  let first = cursor.number(8);
  if (cursor.digits() === 0) {
    const word = cursor.word();
    const month = monthOf(word);
    if (month > 0) return parseMonthDayYear(cursor, month);
    if (!isWeekday(word)) return Number.NaN;
    cursor.skip(DOT);
    cursor.skip(COMMA);
    cursor.skipSpaces();
    first = cursor.number(8);
    if (cursor.digits() === 0) {
      const named = monthOf(cursor.word());
      return named > 0 ? parseMonthDayYear(cursor, named) : Number.NaN;
    }
  }
  if (cursor.digits() === 4) return parseYearFirst(cursor, first);
  if (cursor.digits() === 8) {
    const isBasicIso = (cursor.peek() | 32) === 116;
    return isBasicIso
      ? daysFromCivil(Math.floor(first / 10_000), Math.floor(first / 100) % 100, first % 100)
      : Number.NaN;
  }
  return cursor.digits() === 1 || cursor.digits() === 2 ? parseDayOrMonthFirst(cursor, first, dayFirst) : Number.NaN;
}

function parseYearFirst(cursor: TextCursor, year: number): number {
  const separator = cursor.peek();
  if (YEAR_MARKS.includes(separator)) return parseMarked(cursor, year);
  if (!isDateSeparator(separator)) return Number.NaN;
  cursor.skip(separator);
  const month = cursor.number(2);
  if (cursor.digits() === 0) return Number.NaN;
  if (cursor.isDone())
    return separator === DOT || cursor.digits() !== 2 || year < FIRST_YEAR || year > LAST_YEAR
      ? Number.NaN
      : daysFromCivil(year, month, 1);
  if (!cursor.skip(separator)) return Number.NaN;
  const day = cursor.number(2);
  if (cursor.digits() === 0) return Number.NaN;
  // 2024.03.04. is written so in Hungarian.
  if (separator === DOT) cursor.skip(DOT);
  return daysFromCivil(year, month, day);
}

/** The rest of `2024年3月4日` or `2024年3月`. */
function parseMarked(cursor: TextCursor, year: number): number {
  cursor.skipOneOf(YEAR_MARKS);
  cursor.skipSpaces();
  const month = cursor.number(2);
  if (cursor.digits() === 0 || !cursor.skipOneOf(MONTH_MARKS)) return Number.NaN;
  cursor.skipSpaces();
  const day = cursor.number(2);
  if (cursor.digits() === 0) return cursor.isDone() ? daysFromCivil(year, month, 1) : Number.NaN;
  return cursor.skipOneOf(DAY_MARKS) ? daysFromCivil(year, month, day) : Number.NaN;
}

function parseDayOrMonthFirst(cursor: TextCursor, first: number, dayFirst: boolean): number {
  const firstDigits = cursor.digits();
  const separator = cursor.peek();
  // 04MAR2024, as SAS and Oracle write.
  if (firstDigits === 2 && isLatinLetter(separator)) return parseJoinedMonth(cursor, first);
  cursor.skip(separator);
  if (!isDateSeparator(separator) && separator !== 32) return Number.NaN;
  cursor.skipSpaces();
  const second = cursor.number(2);
  if (cursor.digits() === 0) return parseNamedMonth(cursor, first);
  const secondDigits = cursor.digits();
  if (separator === 32 || !(cursor.skip(separator) || cursor.skip(APOSTROPHE))) return Number.NaN;
  const year = cursor.number(4);
  // Versions such as 1.2.10 are written like short dates; only a fully padded one is believed.
  const short = cursor.digits() === 2 && (separator === SLASH || (firstDigits === 2 && secondDigits === 2));
  if (cursor.digits() !== 4 && !short) return Number.NaN;
  const fourDigits = short ? fullYear(year) : year;
  const asDay = dayFirst ? first : second;
  const asMonth = dayFirst ? second : first;
  return asMonth > 12 && asDay <= 12
    ? daysFromCivil(fourDigits, asDay, asMonth)
    : daysFromCivil(fourDigits, asMonth, asDay);
}

/** The rest of `4 Mar 2024`, `04-Mar-24` or `4. March 2024`. */
function parseNamedMonth(cursor: TextCursor, day: number): number {
  skipOf(cursor);
  const month = monthOf(cursor.word());
  if (month === 0) return Number.NaN;
  cursor.skip(DOT);
  if (!cursor.skip(DASH)) cursor.skip(SLASH);
  cursor.skip(COMMA);
  cursor.skipSpaces();
  skipOf(cursor);
  return daysFromCivil(yearAt(cursor), month, day);
}

/** The rest of `04MAR2024` or `04MAR24`: codes go on otherwise. */
function parseJoinedMonth(cursor: TextCursor, day: number): number {
  const word = cursor.word();
  const month = word.length === 3 ? monthOf(word) : 0;
  return month === 0 ? Number.NaN : daysFromCivil(yearAt(cursor), month, day);
}

/** The `de` of `4 de marzo de 2024`. */
function skipOf(cursor: TextCursor): void {
  if (cursor.skipWord("de")) cursor.skipSpaces();
}

/** The rest of `Mar 4, 2024`. */
function parseMonthDayYear(cursor: TextCursor, month: number): number {
  cursor.skip(DOT);
  if (!cursor.skip(DASH)) cursor.skipSpaces();
  const day = cursor.number(2);
  if (cursor.digits() === 0 || isDigit(cursor.peek())) return Number.NaN;
  cursor.skip(COMMA);
  if (!cursor.skip(DASH)) cursor.skipSpaces();
  return daysFromCivil(yearAt(cursor), month, day);
}

function yearAt(cursor: TextCursor): number {
  const year = cursor.number(4);
  if (cursor.digits() === 4) return year;
  return cursor.digits() === 2 ? fullYear(year) : Number.NaN;
}

function isLatinLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isDateSeparator(code: number): boolean {
  return code === DASH || code === SLASH || code === DOT;
}
