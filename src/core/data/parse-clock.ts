import type { TextCursor } from "./text-cursor";

const SPACE = 32;
const PLUS = 43;
const COMMA = 44;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const LOWER_T = 116;
const MINUS_SIGN = 0x2212;
const ZERO_ZONES = new Set(["z", "utc", "gmt"]);

/**
 * Milliseconds since midnight UTC of the time of day that follows a date, its zone taken off;
 * 0 when nothing follows, NaN when something else does.
 */
export function parseClock(cursor: TextCursor): number {
  if (cursor.isDone()) return 0;
  if (!skipLead(cursor)) return Number.NaN;
  let hour = cursor.number(2);
  if (cursor.digits() === 0) return Number.NaN;
  const colons = cursor.skip(COLON);
  const minute = cursor.number(2);
  if (cursor.digits() !== 2) return Number.NaN;
  let second = 0;
  if (colons ? cursor.skip(COLON) : isDigit(cursor.peek())) {
    second = cursor.number(2);
    if (cursor.digits() !== 2) return Number.NaN;
  }
  const fraction = cursor.skip(DOT) || cursor.skip(COMMA) ? fractionOf(cursor) : 0;
  cursor.skipSpaces();
  let word = cursor.word();
  if (word === "am" || word === "pm") {
    if (hour < 1 || hour > 12) return Number.NaN;
    hour = (hour % 12) + (word === "pm" ? 12 : 0);
    cursor.skipSpaces();
    word = cursor.word();
  }
  if (word !== "" && !ZERO_ZONES.has(word)) return Number.NaN;
  const endOfDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !endOfDay) || minute > 59 || second > 60) return Number.NaN;
  const zone = zoneOf(cursor);
  return cursor.isDone() ? (hour * 3600 + minute * 60 + second) * 1000 + fraction - zone : Number.NaN;
}

/** The mark between date and time: `T`, blanks, a comma, or the colon of web server logs. */
function skipLead(cursor: TextCursor): boolean {
  const code = cursor.peek();
  if ((code | 32) === LOWER_T || code === COLON || code === COMMA) cursor.skip(code);
  else if (code !== SPACE) return false;
  cursor.skipSpaces();
  return true;
}

/** Milliseconds, not rounded, of the digits behind the decimal mark of the second. */
function fractionOf(cursor: TextCursor): number {
  const value = cursor.number(9);
  const milliseconds = cursor.digits() <= 3 ? value * 10 ** (3 - cursor.digits()) : value / 10 ** (cursor.digits() - 3);
  cursor.number(99);
  return milliseconds;
}

/** Milliseconds that a zone such as `+02:00` is ahead of UTC; 0 when there is none. */
function zoneOf(cursor: TextCursor): number {
  cursor.skipSpaces();
  const sign = cursor.peek();
  if (sign !== PLUS && sign !== DASH && sign !== MINUS_SIGN) return 0;
  cursor.skip(sign);
  const hours = cursor.number(2);
  if (cursor.digits() === 0) return Number.NaN;
  cursor.skip(COLON);
  const minutes = cursor.number(2);
  if (hours > 15 || minutes > 59) return Number.NaN;
  const ahead = (hours * 60 + minutes) * 60_000;
  return sign === PLUS ? ahead : -ahead;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
