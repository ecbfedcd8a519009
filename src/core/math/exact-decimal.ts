/** Powers of ten that a double holds exactly. */
const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, at) => Number(`1e${at}`));
/** Powers of ten that are whole 32-bit numbers. */
const SMALL_POWERS = POWERS_OF_TEN.subarray(0, 10);
/** Cuts a double into two halves of 26 bits (Dekker 1971). */
const CUT_FACTOR = 134_217_729;
const UPPER_HALVES = POWERS_OF_TEN.map((power) => upperHalf(power));
const LOWER_HALVES = POWERS_OF_TEN.map((power, at) => power - UPPER_HALVES[at]!);
/** The sums below are wrong by far less than this share of their small part. */
const SAFE_MARGIN = 1e-12;
const MAX_EXACT_INTEGER = 2 ** 53;

/**
 * Puts the double nearest to a decimal of up to 18 digits into a list: that of the whole number `high`, behind it `low` with
 * `lowDigits` digits, times ten to `power`; its negative where `isNegative`. Up to 2^53 one operation is rounded as it
 * should be (Clinger 1990); beyond, the digits are held in two doubles, and what a multiplication or division leaves over is
 * computed, too (Dekker 1971). False where that cannot decide which of two doubles is nearer, or where `power` is beyond
 * 22. A list takes it, since a double that is handed from function to function costs a piece of memory each time.
 */
export function putDecimal(
  into: Float64Array,
  place: number,
  isNegative: boolean,
  high: number,
  low: number,
  lowDigits: number,
  power: number,
): boolean {
  const size = power < 0 ? -power : power;
  if (size > 22) return false;
  const scale = POWERS_OF_TEN[size]!;
  // 9 digits times a small power of ten: what is beyond 53 bits are zeros.
  const shifted = high * SMALL_POWERS[lowDigits]!;
  const whole = shifted + low;
  const near = power < 0 ? whole / scale : whole * scale;
  let value = near;
  if (whole >= MAX_EXACT_INTEGER) {
    const lost = low - (whole - shifted);
    const rest =
      power < 0 ? (whole - near * scale - leftOver(near, size) + lost) / scale : leftOver(whole, size) + lost * scale;
    value = near + rest * (1 - SAFE_MARGIN);
    if (value !== near + rest * (1 + SAFE_MARGIN)) return false;
  }
  into[place] = isNegative ? -value : value;
  return true;
}

/** What the product of a double and a power of ten has beyond its nearest double. */
function leftOver(value: number, power: number): number {
  const product = value * POWERS_OF_TEN[power]!;
  const upper = upperHalf(value);
  const lower = value - upper;
  return (
    upper * UPPER_HALVES[power]! -
    product +
    upper * LOWER_HALVES[power]! +
    lower * UPPER_HALVES[power]! +
    lower * LOWER_HALVES[power]!
  );
}

function upperHalf(value: number): number {
  const cut = CUT_FACTOR * value;
  return cut - (cut - value);
}
