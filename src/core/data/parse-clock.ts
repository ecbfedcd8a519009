import { type TextCursor, isDigit } from "./text-cursor";
import { zoneOfName } from "./zone-names";

const SPACE = 32;
const PLUS = 43;
const COMMA = 44;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const LOWER_T = 116;
const MINUS_SIGN = 0x2212;
const AT_SIGN = 64;
/** The marks behind day, hour, minute and second: in Chinese and Japanese, in Korean. */
export const DAY_MARKS = [0x65e5, 0xc77c];
const HOUR_MARKS = [0x65f6, 0x6642, 0x70b9, 0xc2dc];
const MINUTE_MARKS = [0x5206, 0xbd84];
const SECOND_MARKS = [0x79d2, 0xcd08];
const LOWER_H = 104;
/** Scripts that part words by no blank begin here. */
const FIRST_IDEOGRAPH = 0x2fff;
/** Before and after noon as it stands in front of a time: in Chinese, Japanese, Korean. */
const FORENOON_WORDS = ["上午", "午前", "오전"];
const AFTERNOON_WORDS = ["下午", "午後", "오후"];
const OPEN_BRACKET = 91;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;

/**
 * Milliseconds since midnight UTC of the time of day that follows a date, its zone taken off;
 * 0 when nothing follows, NaN when something else does.
 */
export function parseClock(cursor: TextCursor): number {
  if (cursor.isDone()) return 0;
  return skipLead(cursor) ? parseTimeOfDay(cursor) : Number.NaN;
}

/** The same of a time of day alone. */
export function parseTimeOfDay(cursor: TextCursor): number {
  const half = halfBefore(cursor);
  let hour = cursor.number(2);
  if (cursor.digits() === 0) return Number.NaN;
  // 14h05 is a time of day, and 14h a length of time.
  const colons = cursor.skip(COLON) || cursor.skipOneOf(HOUR_MARKS) || cursor.skip(LOWER_H);
  const minute = cursor.number(2);
  if (cursor.digits() !== 2) return Number.NaN;
  let second = 0;
  const goesOn = cursor.skipOneOf(MINUTE_MARKS)
    ? isDigit(cursor.peek())
    : colons
      ? cursor.skip(COLON)
      : isDigit(cursor.peek());
  if (goesOn) {
    second = cursor.number(2);
    if (cursor.digits() !== 2) return Number.NaN;
  }
  const fraction = cursor.skip(DOT) || cursor.skip(COMMA) ? fractionOf(cursor) : 0;
  cursor.skipOneOf(SECOND_MARKS);
  cursor.skipSpaces();
  const isBracketed = cursor.skip(OPEN_PARENTHESIS);
  let word = cursor.word();
  if (isBracketed) cursor.skip(CLOSE_PARENTHESIS);
  const behind = halfBehind(cursor, word);
  hour = hourOfDay(hour, half, behind);
  if (behind !== "") {
    cursor.skipSpaces();
    word = cursor.word();
  }
  const named = word === "" ? 0 : zoneOfName(word);
  if (Number.isNaN(named)) return Number.NaN;
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if (Number.isNaN(hour) || (hour > 23 && !endOfDay) || minute > 59 || second > 60) return Number.NaN;
  const offset = zoneOf(cursor);
  if (word !== "" || offset !== null) cursor.zone = named + (offset ?? 0);
  skipPlace(cursor);
  const ahead = named + (offset ?? 0);
  return cursor.isDone() ? (hour * 3600 + minute * 60 + second) * 1000 + fraction - ahead : Number.NaN;
}

type HalfOfDay = "am" | "pm" | "";

/** The half of the day, where it stands in front of the time. */
function halfBefore(cursor: TextCursor): HalfOfDay {
  if (cursor.peek() <= FIRST_IDEOGRAPH) return "";
  const isAfternoon = AFTERNOON_WORDS.some((word) => cursor.skipText(word));
  if (!isAfternoon && !FORENOON_WORDS.some((word) => cursor.skipText(word))) return "";
  cursor.skipSpaces();
  return isAfternoon ? "pm" : "am";
}

/** The same behind it, where `word` was read last: `am`, `PM`, `a.m.`, `p. m.`, and `a`, as weather stations write. */
function halfBehind(cursor: TextCursor, word: string): HalfOfDay {
  if (word === "am" || word === "pm") return word;
  if (word !== "a" && word !== "p") return "";
  if (cursor.skip(DOT)) {
    cursor.skipSpaces();
    if (!cursor.skipWord("m")) return "";
    cursor.skip(DOT);
  }
  return word === "a" ? "am" : "pm";
}

/** 0 to 24; NaN for an hour that the half of a day does not have. 下午13:05 says twice what it means. */
function hourOfDay(hour: number, before: HalfOfDay, behind: HalfOfDay): number {
  const half = behind === "" ? before : behind;
  if (half === "") return hour;
  if (hour < 1 || hour > 12) return half === "pm" && behind === "" ? hour : Number.NaN;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

/** The mark between date and time: `T`, blanks, a comma, or the colon of web server logs. */
function skipLead(cursor: TextCursor): boolean {
  const code = cursor.peek();
  if ((code | 32) === LOWER_T || code === COLON || code === COMMA) cursor.skip(code);
  else if (isDigit(code) || code > FIRST_IDEOGRAPH) return DAY_MARKS.includes(cursor.before());
  else if (code !== SPACE) return false;
  cursor.skipSpaces();
  if (cursor.skip(AT_SIGN)) cursor.skipSpaces();
  return true;
}

/** The place in `2024-03-04T05:06:07+01:00[Europe/Berlin]`, which the zone before it makes good. */
function skipPlace(cursor: TextCursor): void {
  if (cursor.peek() === OPEN_BRACKET) cursor.skipRest();
  // What JavaScript calls the zone: 05:06:07 GMT+0200 (Central European Summer Time).
  cursor.skipSpaces();
  if (cursor.peek() === OPEN_PARENTHESIS && !Number.isNaN(cursor.zone)) cursor.skipRest();
}

/** Milliseconds, not rounded, of the digits behind the decimal mark of the second. */
function fractionOf(cursor: TextCursor): number {
  const value = cursor.number(9);
  const milliseconds = cursor.digits() <= 3 ? value * 10 ** (3 - cursor.digits()) : value / 10 ** (cursor.digits() - 3);
  cursor.number(99);
  return milliseconds;
}

/** Milliseconds that a zone such as `+02:00` is ahead of UTC; null when there is none. */
function zoneOf(cursor: TextCursor): number | null {
  cursor.skipSpaces();
  const sign = cursor.peek();
  if (sign !== PLUS && sign !== DASH && sign !== MINUS_SIGN) return null;
  cursor.skip(sign);
  const hours = cursor.number(2);
  if (cursor.digits() === 0) return Number.NaN;
  cursor.skip(COLON);
  const minutes = cursor.number(2);
  if (hours > 15 || minutes > 59) return Number.NaN;
  const ahead = (hours * 60 + minutes) * 60_000;
  return sign === PLUS ? ahead : -ahead;
}
