import type { NumberColumn } from "../data/column";
import { chiSquareBelow } from "../math/chi-square";
import { quantileOfSorted } from "../math/quantile";
import type { Check } from "./check";

/** Of fewer values, of values of one size, of few different ones, or of differences, nobody expects the law. */
const MIN_VALUES = 500;
const MIN_RATIO = 1000;
const MIN_DIFFERENT = 0.2;
const MAX_BELOW_ZERO = 0.05;
/** The mean departure of the shares from which on they do not conform. Nigrini, M. (2012). Benford's Law. Wiley. */
const MIN_DEPARTURE = 0.015;
const MIN_CERTAINTY = 0.999;

const shareOf = (digit: number) => Math.log10(1 + 1 / digit);

/** First digits that do not follow Benford's law where it could be expected: the rows of the digit that is most in excess. */
export function firstDigits({ name, values }: NumberColumn): Check[] {
  const sorted = values.filter((value) => value > 0 && Number.isFinite(value)).sort();
  const count = sorted.length;
  if (count < MIN_VALUES || quantileOfSorted(sorted, 0.95) < MIN_RATIO * quantileOfSorted(sorted, 0.05)) return [];
  if (values.filter((value) => value < 0).length > MAX_BELOW_ZERO * count) return [];
  if (sorted.filter((value, at) => value !== sorted[at - 1]).length < MIN_DIFFERENT * count) return [];
  const counts = new Float64Array(10);
  for (const value of sorted) counts[firstDigit(value)]!++; // 1 to 9
  let [departure, chi, worst, most] = [0, 0, 1, -Infinity];
  for (let digit = 1; digit <= 9; digit++) {
    const expected = count * shareOf(digit);
    const excess = counts[digit]! - expected; // 1 to 9
    departure += Math.abs(excess) / count / 9;
    chi += excess ** 2 / expected;
    const standard = excess / Math.sqrt(expected);
    if (standard > most) [worst, most] = [digit, standard];
  }
  if (departure <= MIN_DEPARTURE || chiSquareBelow(chi, 8) < MIN_CERTAINTY) return [];
  const isWorst = (value: number) => value > 0 && Number.isFinite(value) && firstDigit(value) === worst;
  const rows = Uint32Array.from([...values.keys()].filter((row) => isWorst(values[row]!))); // its own keys
  const expected = Math.round(count * shareOf(worst));
  return [
    {
      note: { code: "check.first-digits", values: { column: name, count: rows.length, digit: worst, expected } },
      rows,
    },
  ];
}

function firstDigit(value: number): number {
  return Number(value.toExponential().charAt(0));
}
