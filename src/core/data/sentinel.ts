/** A number that stands for "no value", and how often. */
export interface Sentinel {
  readonly value: number;
  readonly count: number;
  /** The other values, in ascending order. */
  readonly others: Float64Array;
}

const MIN_REPEATS = 2;
const MIN_OTHERS = 5;
const ONLY_NINES = /^-?(?:9{2,}(?:\.9+|\.0+)?|9\.9{2,})$/;
const LIMITS_OF_INTEGERS = new Set([-128, -32_768, 32_767, 65_535, -2_147_483_648, 2_147_483_647, 4_294_967_295]);

/**
 * Finds a number such as -9999 or 99.99 that instruments write for "no value": it repeats, at the end of the finite
 * values in ascending order, and lies farther from all others than they lie from each other. Null when there is none.
 */
export function sentinelOf(sorted: Float64Array): Sentinel | null {
  return atLowEnd(sorted) ?? atHighEnd(sorted);
}

function atLowEnd(sorted: Float64Array): Sentinel | null {
  const value = sorted[0];
  if (value === undefined || !looksLikeNoValue(value)) return null;
  let count = 1;
  while (sorted[count] === value) count++;
  const others = sorted.subarray(count);
  return isApart(count, others, (others[0] ?? value) - value) ? { value, count, others } : null;
}

function atHighEnd(sorted: Float64Array): Sentinel | null {
  const value = sorted.at(-1);
  if (value === undefined || !looksLikeNoValue(value)) return null;
  let count = 1;
  while (sorted[sorted.length - 1 - count] === value) count++;
  const others = sorted.subarray(0, sorted.length - count);
  return isApart(count, others, value - (others.at(-1) ?? value)) ? { value, count, others } : null;
}

function isApart(count: number, others: Float64Array, gap: number): boolean {
  if (count < MIN_REPEATS || others.length < MIN_OTHERS) return false;
  return gap > others[others.length - 1]! - others[0]!;
}

function looksLikeNoValue(value: number): boolean {
  return ONLY_NINES.test(String(value)) || LIMITS_OF_INTEGERS.has(value);
}
