import type { NumberColumn } from "../data/column";
import { lowerBound } from "../math/sort";
import { poissonAtMost } from "../findings/poisson";
import type { Check } from "./check";
import { checkOf } from "./check";

const MIN_VALUES = 100;
/** At least this share of the values has cents that are not noughts: what is counted in whole hundreds anyway tells nothing. */
const MIN_WITH_CENTS = 0.5;
/** Round amounts are a hundredth of a hundredth of all: within so much of a hundred one of so many is round by chance. */
const HUNDREDTHS_AROUND = 5;
const CENTS_AROUND = 1000;
const MAX_CHANCE = 0.001;
/** Many limits of many columns are looked at. */
const MAX_CHANCE_OF_LIMIT = 1e-4;
/** What lies in the twentieth right below a limit is compared with the twentieths before and behind that. */
const BAND = 0.05;
const MIN_BELOW = 5;
/** More of the values than this are no exception: where most lie is not a limit. */
const MAX_CROWD = 0.1;
/** Where values crowd below more limits than this, prices end in nines. */
const MAX_LIMITS = 2;

/** Whole hundreds among amounts with cents, more of them than chance makes. */
export function roundAmounts({ name, values }: NumberColumn): Check[] {
  if (!hasCents(values)) return [];
  const rows: number[] = [];
  let near = 0;
  for (const [row, value] of values.entries()) {
    const size = Math.abs(value);
    if (!(size >= 100 - HUNDREDTHS_AROUND) || !Number.isFinite(size)) continue;
    const beyond = size % 100;
    if (beyond === 0) rows.push(row);
    else if (Math.min(beyond, 100 - beyond) <= HUNDREDTHS_AROUND) near++;
  }
  if (rows.length === 0 || chanceOf(rows.length, (near + 1) / CENTS_AROUND) > MAX_CHANCE) return [];
  return [checkOf({ code: "check.round", values: { column: name, count: rows.length } }, rows)];
}

/** Values that crowd right below a limit (1, 2 or 5 and noughts), where below and above it far fewer are. */
export function belowLimits({ name, values }: NumberColumn): Check[] {
  const sorted = values.filter((value) => value > 0 && Number.isFinite(value)).sort();
  if (sorted.length < MIN_VALUES) return [];
  const between = (from: number, to: number) => lowerBound(sorted, to) - lowerBound(sorted, from);
  const limits = limitsWithin(sorted);
  const crowded = limits.filter((limit) => {
    const below = between((1 - BAND) * limit, limit);
    const beside = Math.max(between((1 - 2 * BAND) * limit, (1 - BAND) * limit), between(limit, (1 + BAND) * limit));
    return (
      below >= MIN_BELOW &&
      below <= MAX_CROWD * sorted.length &&
      chanceOf(below, beside + 1) * limits.length <= MAX_CHANCE_OF_LIMIT
    );
  });
  if (crowded.length > MAX_LIMITS) return [];
  return crowded.map((limit) => {
    const rows = [...values.keys()].filter((row) => values[row]! >= (1 - BAND) * limit && values[row]! < limit); // its own keys
    return checkOf({ code: "check.below-limit", values: { column: name, count: rows.length, limit } }, rows);
  });
}

/** Limits that people set: 100, 200, 500, 1000 and so on, among the larger half of the values. */
function limitsWithin(sorted: Float64Array): number[] {
  const [middle, most] = [sorted[sorted.length >>> 1]!, sorted.at(-1)!]; // there are values
  const limits: number[] = [];
  for (let power = 1; power <= most; power *= 10)
    for (const times of [1, 2, 5]) {
      const limit = times * power;
      if (limit >= 10 && limit > middle && limit <= most) limits.push(limit);
    }
  return limits;
}

/** The chance of so many or more where so many are expected. */
function chanceOf(count: number, expected: number): number {
  return 1 - poissonAtMost(count - 1, expected);
}

function hasCents(values: Float64Array): boolean {
  let [known, cents, finer] = [0, 0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    known++;
    if (!Number.isInteger(value)) cents++;
    if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-6 * Math.max(1, Math.abs(value))) finer++;
  }
  return known >= MIN_VALUES && cents >= MIN_WITH_CENTS * known && finer === 0;
}
