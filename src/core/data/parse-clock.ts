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
/** The marks behind day, hour, minute and second in Chinese. */
const DAY_MARK = 0x65e5;
const HOUR_MARK = 0x65f6;
const MINUTE_MARK = 0x5206;
const SECOND_MARK = 0x79d2;
const OPEN_BRACKET = 91;

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
  let hour = cursor.number(2);
  if (cursor.digits() === 0) return Number.NaN;
  const colons = cursor.skip(COLON) || cursor.skip(HOUR_MARK);
  const minute = cursor.number(2);
  if (cursor.digits() !== 2) return Number.NaN;
  let second = 0;
  const goesOn = cursor.skip(MINUTE_MARK)
    ? isDigit(cursor.peek())
    : colons
      ? cursor.skip(COLON)
      : isDigit(cursor.peek());
  if (goesOn) {
    second = cursor.number(2);
    if (cursor.digits() !== 2) return Number.NaN;
  }
  const fraction = cursor.skip(DOT) || cursor.skip(COMMA) ? fractionOf(cursor) : 0;
  cursor.skip(SECOND_MARK);
  cursor.skipSpaces();
  let word = cursor.word();
  if (word === "am" || word === "pm") {
    if (hour < 1 || hour > 12) return Number.NaN;
    hour = (hour % 12) + (word === "pm" ? 12 : 0);
    cursor.skipSpaces();
    word = cursor.word();
  }
  const named = word === "" ? 0 : zoneOfName(word);
  if (Number.isNaN(named)) return Number.NaN;
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 60) return Number.NaN;
  const offset = zoneOf(cursor);
  if (word !== "" || offset !== null) cursor.zone = named + (offset ?? 0);
  skipPlace(cursor);
  const ahead = named + (offset ?? 0);
  return cursor.isDone() ? (hour * 3600 + minute * 60 + second) * 1000 + fraction - ahead : Number.NaN;
}

/** The mark between date and time: `T`, blanks, a comma, or the colon of web server logs. */
function skipLead(cursor: TextCursor): boolean {
  const code = cursor.peek();
  if ((code | 32) === LOWER_T || code === COLON || code === COMMA) cursor.skip(code);
  else if (isDigit(code)) return cursor.before() === DAY_MARK;
  else if (code !== SPACE) return false;
  cursor.skipSpaces();
  if (cursor.skip(AT_SIGN)) cursor.skipSpaces();
  return true;
}

/** The place in `2024-03-04T05:06:07+01:00[Europe/Berlin]`, which the zone before it makes good. */
function skipPlace(cursor: TextCursor): void {
  if (cursor.peek() === OPEN_BRACKET) cursor.skipRest();
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
