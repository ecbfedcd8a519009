import { putDecimal } from "../../core/math/exact-decimal";

const [MINUS, PLUS, POINT, ZERO, UPPER_E, LOWER_E] = [45, 43, 46, 48, 69, 101];
/** So many digits fit into each of the two parts of a decimal that `putDecimal` takes. */
const DIGITS_PER_PART = 9;
/** Whole numbers with more digits than a double holds are codes to whoever reads them as text. */
const MAX_WHOLE_DIGITS = 15;
const MAX_EXPONENT_DIGITS = 3;

/**
 * Reads the decimal that begins at `at`, such as -12.5 or 1.2E-05, without making a string: the double nearest to it goes
 * to `into[place]`. Answers with the place behind it, or -1 where there is none, or one that its text has to decide about:
 * more than 18 digits, a code such as 007 or 10E0, a blank. Behind the bytes stands one that is no digit.
 */
export function readDecimal(bytes: Uint8Array, at: number, into: Float64Array, place: number): number {
  const isNegative = bytes[at] === MINUS;
  const from = isNegative ? at + 1 : at;
  let next = from;
  while (bytes[next] === ZERO) next++;
  let high = 0;
  let low = 0;
  let lowDigits = 0;
  let power = 0;
  let digit = 0;
  let begin = next;
  let stop = begin + DIGITS_PER_PART;
  while (next < stop && (digit = bytes[next]! - ZERO) >= 0 && digit <= 9) {
    high = high * 10 + digit;
    next++;
  }
  const digits = next - begin;
  if (next === stop) {
    begin = next;
    stop = next + MAX_WHOLE_DIGITS - DIGITS_PER_PART;
    while (next < stop && (digit = bytes[next]! - ZERO) >= 0 && digit <= 9) {
      low = low * 10 + digit;
      next++;
    }
    lowDigits = next - begin;
  }
  if (next === from) return -1;
  const isPadded = bytes[from] === ZERO && next > from + 1;
  if (bytes[next] === POINT) {
    const behind = ++next;
    if (digits === 0) while (bytes[next] === ZERO) next++;
    if (digits < DIGITS_PER_PART) {
      stop = next + DIGITS_PER_PART - digits;
      while (next < stop && (digit = bytes[next]! - ZERO) >= 0 && digit <= 9) {
        high = high * 10 + digit;
        next++;
      }
    }
    begin = next;
    stop = next + DIGITS_PER_PART - lowDigits;
    while (next < stop && (digit = bytes[next]! - ZERO) >= 0 && digit <= 9) {
      low = low * 10 + digit;
      next++;
    }
    lowDigits += next - begin;
    power = behind - next;
    if (power === 0) return -1;
  } else if (isPadded) return -1;
  if ((digit = bytes[next]! - ZERO) >= 0 && digit <= 9) return -1;
  if (bytes[next] === UPPER_E || bytes[next] === LOWER_E) {
    const mark = bytes[++next];
    const isSigned = mark === MINUS || mark === PLUS;
    if (!isSigned && power === 0 && digits > 1) return -1;
    if (isSigned) next++;
    begin = next;
    stop = next + MAX_EXPONENT_DIGITS;
    let exponent = 0;
    while (next < stop && (digit = bytes[next]! - ZERO) >= 0 && digit <= 9) {
      exponent = exponent * 10 + digit;
      next++;
    }
    if (next === begin) return -1;
    power += mark === MINUS ? -exponent : exponent;
  }
  return putDecimal(into, place, isNegative, high, low, lowDigits, power) ? next : -1;
}
