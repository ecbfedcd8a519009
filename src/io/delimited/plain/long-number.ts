/** Powers of ten that a double holds exactly. */
export const EXACT_POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
export const MAX_EXACT_POWER = 22;

/** So many digits a double holds exactly, whatever they are. */
const DIGITS_PER_HALF = 15;
const ZERO = 48;
/** Halves the digits of a double (Dekker 1971). */
const SPLITTER = 2 ** 27 + 1;
/** More than what a quotient of two doubles, and what is left of it, may be wrong by. */
const DOUBT = 2 ** -48;

/**
 * The number that the digits of `bytes` from `start` to `end` (a decimal mark among them is passed over) come to, over ten
 * to the power of `decimals`: correctly rounded, or NaN where that is not certain, so that someone else has to say. Digits
 * are taken as two exact halves, the quotient with its own remainder: about twice the digits of a double.
 */
export function longNumber(bytes: Uint8Array, start: number, end: number, decimals: number): number {
  if (decimals < 0 || decimals > MAX_EXACT_POWER) return Number.NaN;
  let upper = 0;
  let lower = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - ZERO; // at < end
    if (digit < 0 || digit > 9) continue;
    if (digits < DIGITS_PER_HALF) upper = upper * 10 + digit;
    else lower = lower * 10 + digit;
    if (upper > 0) digits++;
  }
  const behind = digits - DIGITS_PER_HALF;
  if (behind > DIGITS_PER_HALF) return Number.NaN;
  if (behind <= 0) return upper / EXACT_POWERS[decimals]!;
  const shift = EXACT_POWERS[behind]!;
  const scale = EXACT_POWERS[decimals]!;

  const product = upper * shift;
  const whole = product + lower;
  const rest = lower - (whole - product) + leftOf(upper, shift, product);
  const quotient = whole / scale;
  const again = quotient * scale;
  const more = (whole - again - leftOf(quotient, scale, again) + rest) / scale;
  const least = quotient + more * (1 - DOUBT);
  return least === quotient + more * (1 + DOUBT) ? least : Number.NaN;
}

/** What a product of two doubles leaves out when it is rounded to `product`, exactly. */
function leftOf(a: number, b: number, product: number): number {
  const upperA = upperOf(a);
  const upperB = upperOf(b);
  const lowerA = a - upperA;
  const lowerB = b - upperB;
  return upperA * upperB - product + upperA * lowerB + lowerA * upperB + lowerA * lowerB;
}

function upperOf(value: number): number {
  const wide = value * SPLITTER;
  return wide - (wide - value);
}
