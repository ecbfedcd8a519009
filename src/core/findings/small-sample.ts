import { studentEvidence } from "../math/student-tail";
import { normalCorrelation } from "./normal-correlation";

/** What a few measurements say of one more, once those that are off are left out. */
export interface SmallSample {
  /** As the values are, and by ratio where all are positive: what is off has to be so on both. By ratio alone where they are normal so alone. */
  readonly scales: readonly { readonly isLog: boolean; readonly mean: number; readonly spread: number }[];
  /** How many values are not off. */
  readonly count: number;
}

/** Of fewer, those that are left show no spread worth trusting. */
export const FEWEST_VALUES = 5;
/** Of fewer it hardly shows that they are normal by ratio, and not as they are. */
const FEWEST_BY_RATIO = 20;
/** More values show how heavy their tails are by themselves. */
const MAX_VALUES = 150;
/** Of ten values one at most is looked at as off (of fewer, one), and no more than so many: three are a group of their own. */
const MAX_OFF = 2;
/** Of few values all but one. */
const MIN_DIFFERENT = 6;
/** From this evidence on a value is left out before the others are read: one of twenty samples has one by chance. */
const FALSE_SAMPLES = 0.05;
/** That tails are heavy does not show in few values: how far it is believed, in values, and the degrees of freedom of such. */
const GROSS_VALUES = 4;
const MAX_GROSS_SHARE = 0.2;
const GROSS_FREEDOM = 3;
const NINETEEN_OF_TWENTY = 1.96;

/**
 * The generalised extreme studentised deviate of Rosner (1983), which for one value is the test of Grubbs: the values
 * furthest off are taken away one by one, and the last that is too far from all that are left tells how many are off. Null
 * where none is, or where what is left does not look normal, on which the test rests.
 */
export function smallSampleOf(sorted: Float64Array): SmallSample | null {
  if (sorted.length < FEWEST_VALUES || sorted.length > MAX_VALUES) return null;
  if (new Set(sorted).size < Math.min(MIN_DIFFERENT, sorted.length - 1)) return null;
  const isPositive = sorted[0]! > 0; // there are values
  const plain = withoutFar(sorted);
  if (normalCorrelation(plain) !== "normal") return isPositive ? byRatioOf(sorted) : null;
  if (plain.length === sorted.length) return null;
  const scales = [{ isLog: false, ...momentsOf(plain) }];
  if (isPositive) scales.push({ isLog: true, ...momentsOf(plain.map(Math.log)) });
  return { scales, count: plain.length };
}

/** The same of amounts, durations, concentrations, which are normal by ratio alone: fewer would look so by chance. */
function byRatioOf(sorted: Float64Array): SmallSample | null {
  if (sorted.length < FEWEST_BY_RATIO) return null;
  const ruled = sorted.map(Math.log);
  const rest = withoutFar(ruled);
  if (rest.length === sorted.length || normalCorrelation(rest) !== "normal") return null;
  return { scales: [{ isLog: true, ...momentsOf(rest) }], count: rest.length };
}

/** How rarely one more such value lies as far off: -log10 of a probability. */
export function smallSampleEvidence({ scales, count }: SmallSample, value: number): number {
  if (!Number.isFinite(value)) return 0;
  const own = scales.map(({ isLog, mean, spread }) =>
    isLog && value <= 0 ? Infinity : evidenceOf((isLog ? Math.log(value) : value) - mean, spread, count),
  );
  return Math.min(...own);
}

/** In the units of the values: the middle, and where nineteen of twenty lie. */
export function usualOf({ scales }: SmallSample): { low: number; middle: number; high: number } {
  const { isLog, mean, spread } = scales[0]!; // the first is as the values are, where they are normal so
  const [low, middle, high] = [-NINETEEN_OF_TWENTY, 0, NINETEEN_OF_TWENTY].map((far) => {
    const place = mean + far * spread;
    return isLog ? Math.exp(place) : place;
  }) as [number, number, number]; // three of three
  return { low, middle, high };
}

function withoutFar(sorted: Float64Array): Float64Array {
  const most = Math.min(MAX_OFF, Math.max(1, Math.floor(sorted.length / 10)));
  let left = sorted;
  let kept = sorted;
  for (let taken = 0; taken < most; taken++) {
    const [first, last] = [left[0]!, left.at(-1)!]; // more are left than are taken
    const { mean } = momentsOf(left);
    const isLow = mean - first > last - mean;
    const rest = isLow ? left.subarray(1) : left.subarray(0, -1);
    const own = momentsOf(rest);
    const enough = Math.log10(left.length / FALSE_SAMPLES);
    if (evidenceOf((isLow ? first : last) - own.mean, own.spread, rest.length) >= enough) kept = rest;
    left = rest;
  }
  return kept;
}

function evidenceOf(distance: number, spread: number, count: number): number {
  if (!(spread > 0)) return 0;
  const t = distance / (spread * Math.sqrt(1 + 1 / count));
  const [normal, gross] = [studentEvidence(t, count - 1), studentEvidence(t, GROSS_FREEDOM)];
  const share = Math.min(MAX_GROSS_SHARE, GROSS_VALUES / count);
  return -Math.log10((1 - share) * 10 ** -normal + share * 10 ** -gross);
}

function momentsOf(values: Float64Array): { mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / (values.length - 1)) };
}
