import type { RawValues } from "./page-values";
import { unscaledOf } from "./bytes-as-text";

/** Values as numbers; null where one has more digits than a number keeps. */
export type NumbersOf = (values: RawValues) => Float64Array | null;

const TWO_32 = 4_294_967_296;
/** The upper half of the whole numbers that a double keeps lies within this. */
const MAX_HIGH = 2 ** 21;

/** Whole numbers with a sign, and floating-point numbers. */
export function doublesOf(values: RawValues): Float64Array | null {
  if (values instanceof BigInt64Array) return joinedHalves(values, false);
  return new Float64Array(values as ArrayLike<number>); // Numbers of 32 or 64 bits.
}

/** Whole numbers without a sign, which Parquet stores as if they had one. */
export function unsignedOf(values: RawValues): Float64Array | null {
  if (values instanceof BigInt64Array) return joinedHalves(values, true);
  return Float64Array.from(values as ArrayLike<number>, (value) => value >>> 0); // Numbers of 32 bits.
}

/** Numbers that are stored as whole ones, `scale` places too large; or as floats of two bytes. */
export function scaledOf(scale: number | "float16"): NumbersOf {
  if (scale === "float16") return (values) => Float64Array.from(values as ArrayLike<Uint8Array>, float16Of); // Two bytes each.
  // Dividing is exact to the last bit where the whole number is; multiplying by 0.01 is not.
  const divisor = 10 ** scale;
  return (values) => {
    const numbers = new Float64Array(values.length);
    for (let i = 0; i < values.length; i++) {
      const value = unscaledOf(values[i]);
      const number = Number(value);
      if (!Number.isSafeInteger(number)) return null;
      numbers[i] = number / divisor;
    }
    return numbers;
  };
}

/** A bigint for each value would take ten times as long: the halves of 64 bits make the number. */
function joinedHalves(values: BigInt64Array, isUnsigned: boolean): Float64Array | null {
  const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const high = isUnsigned ? halves[2 * i + 1]! >>> 0 : halves[2 * i + 1]!;
    if (high >= MAX_HIGH || high < -MAX_HIGH) return null;
    numbers[i] = high * TWO_32 + (halves[2 * i]! >>> 0);
  }
  return numbers;
}

function float16Of(bytes: Uint8Array): number {
  const bits = ((bytes[1] ?? 0) << 8) | (bytes[0] ?? 0);
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = (bits & 1023) / 1024;
  if (exponent === 0) return sign * 2 ** -14 * fraction;
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
  return sign * 2 ** (exponent - 15) * (1 + fraction);
}
