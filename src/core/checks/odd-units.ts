import type { NumberColumn } from "../data/column";
import { isLaw } from "../findings/evidence";
import { quantileOfSorted } from "../math/quantile";
import { lowerBound, upperBound } from "../math/sort";
import type { Check } from "./check";
import { checkOf } from "./check";

const MIN_VALUES = 40;
/** What somebody wrote in another unit is so many times too large or too small: cents, grams, millimetres. */
const FACTORS = [100, 1000, 1_000_000];
/** The middle nine of ten values lie within this ratio: values that come near nought by themselves spread further. */
const MAX_RATIO = 10;
/** Between values of two units nothing lies, for at least this ratio. */
const MIN_GAP = 2;

/**
 * A few values that lie a hundred, a thousand or a million times above or below all others, where they would lie among
 * them in another unit.
 */
export function oddUnits({ name, values }: NumberColumn): Check[] {
  const sorted = values.filter((value) => value > 0 && Number.isFinite(value)).sort();
  const others = values.filter((value) => value <= 0).length;
  if (sorted.length < MIN_VALUES || !isLaw(others, sorted.length + others)) return [];
  const [low, high] = [quantileOfSorted(sorted, 0.05), quantileOfSorted(sorted, 0.95)];
  if (high > MAX_RATIO * low) return [];
  return FACTORS.flatMap((factor): Check[] =>
    (["times-too-large", "times-too-small"] as const).flatMap((code) => {
      const scale = code === "times-too-large" ? factor : 1 / factor;
      const [from, to] = [low * scale, high * scale];
      const count = upperBound(sorted, to) - lowerBound(sorted, from);
      if (count === 0 || !isLaw(count, sorted.length) || !standApart(sorted, from, to)) return [];
      const rows = [...values.keys()].filter((row) => values[row]! >= from && values[row]! <= to); // its own keys
      return [checkOf({ code: `check.${code}`, values: { column: name, count: rows.length, factor } }, rows)];
    }),
  );
}

/** Whether nothing lies right beside the values from `from` to `to`, on the side of the others. */
function standApart(sorted: Float64Array, from: number, to: number): boolean {
  const inside = sorted.filter((value) => value >= from && value <= to);
  const [least, most] = [inside[0] ?? NaN, inside.at(-1) ?? NaN];
  return !sorted.some(
    (value) => (value < least && value > least / MIN_GAP) || (value > most && value < most * MIN_GAP),
  );
}
