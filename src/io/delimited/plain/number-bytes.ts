import { EXACT_POWERS, longNumber, MAX_EXACT_POWER } from "./long-number";

const PLUS = 43;
const MINUS = 45;
const ZERO = 48;
const LOWER_E = 101;
const LOWER_CASE_BIT = 32;
const MAX_EXACT_INTEGER = 2 ** 53;
/** Whole numbers of more digits may be codes. */
const MAX_WHOLE_DIGITS = 15;

/**
 * Reads numbers from the bytes of a text: a minus, digits, a decimal mark, an exponent behind it. What such a number comes
 * to is what `numberParser` makes of the same characters; whatever else stands there, and what may be a code (`007`,
 * `10E0`, sixteen digits), it leaves to those who look closer.
 */
export class NumberBytes {
  private readonly powers = EXACT_POWERS;
  private readonly mostPower = MAX_EXACT_POWER;
  /** Behind the exponent that was read last. */
  private end = 0;

  /** @param point the decimal mark */
  constructor(private readonly point: number) {}

  /**
   * Puts the number that begins at `start` into `values`, and answers where it ends; -1 where none begins that leaves no
   * question. The bytes end with a line break. Where a number ends is a small one: answering with the number itself would
   * make an object of each.
   */
  read(bytes: Uint8Array, start: number, values: Float64Array, row: number): number {
    const negative = bytes[start] === MINUS;
    const first = negative ? start + 1 : start;
    let at = first;
    let mantissa = 0;
    let digit = bytes[at]! - ZERO; // a line break stops it, at the latest
    while (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digit = bytes[++at]! - ZERO;
    }
    const whole = at - first;
    let decimals = 0;
    const hasPoint = bytes[at] === this.point;
    if (hasPoint) {
      const from = ++at;
      digit = bytes[at]! - ZERO;
      while (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        digit = bytes[++at]! - ZERO;
      }
      decimals = at - from;
    } else if (whole > 1 && (whole > MAX_WHOLE_DIGITS || bytes[first] === ZERO)) return -1;
    if (whole + decimals === 0) return -1;
    const last = at;
    let power = decimals;
    if ((bytes[at]! | LOWER_CASE_BIT) === LOWER_E) {
      if (!hasPoint) return -1;
      power -= this.exponent(bytes, at + 1);
      at = this.end;
    }
    if (mantissa >= MAX_EXACT_INTEGER) mantissa = longNumber(bytes, first, last, power);
    else if (power >= 0 && power <= this.mostPower) mantissa /= this.powers[power]!;
    else if (power < 0 && power >= -this.mostPower) mantissa *= this.powers[-power]!;
    else return -1;
    if (Number.isNaN(mantissa)) return -1;
    values[row] = negative ? -mantissa : mantissa;
    return at;
  }

  /** NaN where no digit stands. */
  private exponent(bytes: Uint8Array, start: number): number {
    const sign = bytes[start];
    let at = sign === MINUS || sign === PLUS ? start + 1 : start;
    const first = at;
    let exponent = 0;
    let digit = bytes[at]! - ZERO;
    while (digit >= 0 && digit <= 9) {
      exponent = exponent * 10 + digit;
      digit = bytes[++at]! - ZERO;
    }
    this.end = at;
    if (at === first) return Number.NaN;
    return sign === MINUS ? -exponent : exponent;
  }
}
