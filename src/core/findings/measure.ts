import { quantileOfSorted } from "../math/quantile";
import { floorEvidence, floorOf, type Floor } from "./floor";
import { offRuler, onRuler, rulerOf, type Ruler } from "./ruler";
import { lowerBound, upperBound } from "../math/sort";
import { quietRangeOf, tailEvidence, tailOf, tailReader, type Tail } from "./tail";

/** What ordinary values of one column look like, in its units and on the ruler that suits it. */
export interface Measure {
  readonly ruler: Ruler;
  readonly tail: Tail;
  /** In the units of the column: the middle, and where nineteen of twenty lie. */
  readonly usual: { readonly low: number; readonly middle: number; readonly high: number };
  /** On the ruler: the middle and the spread of its bulk, by which columns are made comparable. */
  readonly spread: number;
  /** How rarely a value below 0 stands in a column of positive numbers that keep away from 0: as evidence; 0 of other columns. */
  readonly belowZero: number;
  /** Where values end at 0 with some just above; null where they do not. */
  readonly floor: Floor | null;
}

/** Positive numbers keep away from 0 where their lowest hundredth stands so high, as a part of the middle. */
const LOWEST_SHARE = 0.01;
const MIN_LOWEST = 0.05;
/** More values below 0 are of the column's sort. */
const MAX_NEGATIVE = 2;
/** As a part of the largest: sums of numbers that should cancel each other out leave so much. */
const DUST = 1e-12;
const MIN_OTHERS = 3;
const MIN_SHARE_OF_OTHERS = 0.05;
/** Of so many values a few strangers do not reach the outer fortieth. */
const FEW_VALUES = 400;
const FALSE_AMONG_FEW = 0.05;
/** Nineteen of twenty values lie between these. */
const LOW_SHARE = 0.025;
const HIGH_SHARE = 0.975;
/** Half of a normal distribution lies within this many standard deviations. */
const MIDDLE_HALF_IN_SD = 1.349;

/** The measure of values without NaN in ascending order; null where too few, or too few different ones, tell what is ordinary. */
export function measureOf(values: Float64Array): Measure | null {
  const sorted = withoutDust(values);
  const ruler = rulerOf(sorted);
  const ruled = sorted.map((value) => onRuler(ruler, value)).filter((value) => !Number.isNaN(value));
  const tail = tailOf(ruled);
  if (!tail) return null;
  const usual = usualOf(sorted, ruler, tail);
  const iqr = quantileOfSorted(ruled, 0.75) - quantileOfSorted(ruled, 0.25);
  const widest = Math.max(tail.low?.scale ?? 0, tail.high?.scale ?? 0);
  return {
    ruler,
    tail,
    usual: {
      low: quantileOfSorted(usual, LOW_SHARE),
      middle: quantileOfSorted(sorted, 0.5),
      high: quantileOfSorted(usual, HIGH_SHARE),
    },
    spread: iqr > 0 ? iqr / MIDDLE_HALF_IN_SD : widest,
    floor: floorOf(sorted),
    belowZero: ruler === "log" ? belowZeroOf(sorted) : 0,
  };
}

/** Values in ascending order with what arithmetic leaves of 0 as 0, where enough of the others are no such thing. */
function withoutDust(sorted: Float64Array): Float64Array {
  const largest = Math.max(Math.abs(sorted[0] ?? 0), Math.abs(sorted.at(-1) ?? 0));
  const isDust = (value: number) => value !== 0 && Math.abs(value) <= DUST * largest;
  const [from, to] = [lowerBound(sorted, -DUST * largest), upperBound(sorted, DUST * largest)];
  const others = sorted.length - (to - from);
  if (others < Math.max(MIN_OTHERS, MIN_SHARE_OF_OTHERS * sorted.length)) return sorted;
  return sorted.subarray(from, to).some(isDust) ? sorted.map((value) => (isDust(value) ? 0 : value)) : sorted;
}

/** The values that tell what is usual: without those that stand out, where so few are that they would be among the outer ones. */
function usualOf(sorted: Float64Array, ruler: Ruler, tail: Tail): Float64Array {
  if (sorted.length >= FEW_VALUES) return sorted;
  const enough = Math.log10(sorted.length / FALSE_AMONG_FEW);
  const ordinary = sorted.filter((value) => tailEvidence(tail, onRuler(ruler, value)) < enough);
  return ordinary.length > 0 ? ordinary : sorted;
}

/**
 * The evidence of a value below 0 where all but a few are positive and keep away from 0, and none elsewhere: as often as
 * such a value was seen, twice over, for a sign that nearly all share is no chance. 0 itself means "nothing" in too many
 * files to stand out.
 */
export function belowZeroOf(sorted: Float64Array): number {
  if (!(quantileOfSorted(sorted, LOWEST_SHARE) > MIN_LOWEST * quantileOfSorted(sorted, 0.5))) return 0;
  const negative = lowerBound(sorted, 0);
  return negative > MAX_NEGATIVE ? 0 : 2 * Math.log10(sorted.length / Math.max(1, negative));
}

/**
 * Tells how rarely an ordinary value of the column lies as far out: -log10 of a probability, 0 for NaN.
 * @param ignored evidence up to so much is as good as none, and may be told as 0
 */
export function measureReader(measure: Measure, ignored = 0): (value: number) => number {
  const { ruler, tail, belowZero, floor } = measure;
  const read = tailReader(tail);
  const { from, to } = ignored > 0 ? quietValuesOf(measure, ignored) : NOWHERE;
  return (value) => {
    if (value >= from && value <= to) return 0;
    if (Number.isNaN(value)) return 0;
    const ruled = onRuler(ruler, value);
    const far = Number.isNaN(ruled) ? 0 : read(ruled);
    if (!(value < 0)) return far;
    return Math.max(far, Number.isNaN(ruled) ? belowZero : 0, floor ? floorEvidence(floor, value) : 0);
  };
}

const NOWHERE = { from: Infinity, to: -Infinity };
/** What is rounded on the way from the ruler to values and back, as a part of the way from the middle. */
const ROUNDING = 1e-9;

/** The values of which `measureReader` tells at most so much; those below 0 are left to it where they may be strange as such. */
function quietValuesOf(
  { ruler, tail, floor, belowZero }: Measure,
  most: number,
): { readonly from: number; readonly to: number } {
  const { from, to } = quietRangeOf(tail, most);
  const valueAt = (end: number) =>
    Number.isFinite(end) ? offRuler(ruler, tail.centre + (1 - ROUNDING) * (end - tail.centre)) : end;
  const lowest = floor || belowZero > 0 || ruler !== "plain" ? 0 : -Infinity;
  return { from: Math.max(lowest, valueAt(from)), to: valueAt(to) };
}

/** The value on the ruler, from the middle, in spreads of the bulk; NaN where it is missing or off the ruler. */
export function standing({ ruler, tail, spread }: Measure, value: number): number {
  return (onRuler(ruler, value) - tail.centre) / spread;
}
