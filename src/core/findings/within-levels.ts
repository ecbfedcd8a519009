import { madOfSorted, quantileOfSorted } from "../math/quantile";
import { onRuler, type Ruler } from "./ruler";
import { tailEvidence, tailOf, tailReader, type Tail } from "./tail";

/** What is usual for a number in each level of a category. */
export interface WithinLevels {
  readonly ruler: Ruler;
  /** By level, on the ruler; NaN where too few rows tell. */
  readonly middles: Float64Array;
  /** By level: the spread of a level, leaning towards that of all where few rows tell. */
  readonly spreads: Float64Array;
  /** Of the values less the middle of their level, in spreads. */
  readonly tail: Tail;
}

const MAD_TO_SD = 1.4826;
/** Levels of fewer rows than this say nothing of what is usual in them. */
const MIN_ROWS_PER_LEVEL = 8;
/** How many rows the spread of all levels together counts as, beside the rows of one. */
const ROWS_OF_ALL = 10;
/**
 * A category explains a number where deviations from its levels are so much smaller than from one middle: the median ones,
 * or, where a rare level differs, the larger ones.
 */
const MAX_UNEXPLAINED = 0.75;
const LARGER_SHARE = 0.95;
/** Levels that tell whether the spread grows with the middle. */
const MIN_LEVELS_OF_GROWTH = 4;
/** From this power on the spread grows with the middle, and values are compared by ratio. */
const MIN_GROWTH = 0.5;

/** What is usual within the levels; null where they explain little of the number, or too few values tell. */
export function withinLevelsOf(values: Float64Array, members: readonly number[][], ruler: Ruler): WithinLevels | null {
  const first = attempt(values, members, ruler);
  if (!first || ruler !== "plain" || !growsWithMiddle(first)) return first;
  return attempt(values, members, "log") ?? first;
}

/** How rarely an ordinary value of this level lies as far out; 0 where the level, or the value, is not known. */
export function evidenceWithin({ ruler, middles, spreads, tail }: WithinLevels, value: number, level: number): number {
  const spread = spreads[level];
  return spread === undefined ? 0 : tailEvidence(tail, (onRuler(ruler, value) - middles[level]!) / spread); // as many middles as spreads
}

/** `evidenceWithin` for many values: see `tailReader`. */
export function withinReader({
  ruler,
  middles,
  spreads,
  tail,
}: WithinLevels): (value: number, level: number) => number {
  const read = tailReader(tail);
  return (value, level) => {
    const spread = spreads[level];
    return spread === undefined ? 0 : read((onRuler(ruler, value) - middles[level]!) / spread); // as many middles as spreads
  };
}

function attempt(values: Float64Array, members: readonly number[][], ruler: Ruler): WithinLevels | null {
  const ruled = values.map((value) => onRuler(ruler, value));
  const middles = new Float64Array(members.length).fill(NaN);
  const mads = new Float64Array(members.length).fill(NaN);
  const residuals = new Float64Array(values.length).fill(NaN);
  let counted = 0;
  const all: number[] = [];
  members.forEach((samples, level) => {
    const own = Float64Array.from(samples, (sample) => ruled[sample]!)
      .filter(Number.isFinite)
      .sort(); // samples of the table
    if (own.length < MIN_ROWS_PER_LEVEL) return;
    counted++;
    const middle = quantileOfSorted(own, 0.5);
    middles[level] = middle;
    mads[level] = MAD_TO_SD * madOfSorted(own, middle);
    for (const sample of samples) residuals[sample] = ruled[sample]! - middle; // samples of the table
    for (const value of own) all.push(value);
  });
  if (counted < 2) return null;
  const sorted = Float64Array.from(all).sort();
  const overall = MAD_TO_SD * madOfSorted(sorted);
  const left = residuals.filter(Number.isFinite).sort();
  const pooled = MAD_TO_SD * madOfSorted(left);
  const isLess = pooled <= MAX_UNEXPLAINED * overall || largerIn(left) <= MAX_UNEXPLAINED * largerIn(sorted);
  if (!(pooled > 0) || !isLess) return null;
  const spreads = mads.map((mad, level) => {
    const rows = members[level]!.length; // one list per level
    return Math.sqrt((rows * mad * mad + ROWS_OF_ALL * pooled * pooled) / (rows + ROWS_OF_ALL));
  });
  const standard = residuals.slice();
  members.forEach((samples, level) => {
    for (const sample of samples) standard[sample] = residuals[sample]! / spreads[level]!; // one spread per level
  });
  const tail = tailOf(standard.filter(Number.isFinite).sort());
  return tail && { ruler, middles, spreads, tail };
}

/** The larger deviations of values in ascending order from their middle. */
function largerIn(sorted: Float64Array): number {
  const middle = quantileOfSorted(sorted, 0.5);
  const deviations = sorted.map((value) => Math.abs(value - middle)).sort();
  return quantileOfSorted(deviations, LARGER_SHARE);
}

/** Whether levels with a larger middle spread wider: the slope of one logarithm over the other. */
function growsWithMiddle({ middles, spreads }: WithinLevels): boolean {
  const points = [...middles].flatMap((middle, level) => {
    const spread = spreads[level]!; // as many as middles
    return middle > 0 && spread > 0 ? [[Math.log(middle), Math.log(spread)] as const] : [];
  });
  const known = middles.filter((middle) => !Number.isNaN(middle)).length;
  if (points.length < known || points.length < MIN_LEVELS_OF_GROWTH) return false;
  const x = points.reduce((sum, [log]) => sum + log, 0) / points.length;
  const y = points.reduce((sum, [, log]) => sum + log, 0) / points.length;
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const under = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return under > 0 && over / under >= MIN_GROWTH;
}
