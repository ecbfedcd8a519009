import { upperBound } from "../math/sort";
import { breachEvidence, isLaw } from "./evidence";

/** A number with few values, as counts, grades and discounts have, and what lies far beyond them. */
export interface FewValues {
  /** The lowest and highest that are common. */
  readonly low: number;
  readonly high: number;
  /** Of a value that lies further beyond than all common ones lie apart. */
  readonly evidence: number;
}

const MAX_DIFFERENT_VALUES = 40;
/** A value is common from this share on. */
const MIN_COMMON_SHARE = 0.01;
const MIN_COMMON_VALUES = 3;

/** The few values of numbers in ascending order; null where there are many, or nothing lies far beyond them. */
export function fewValuesOf(sorted: Float64Array): FewValues | null {
  const counts: { value: number; count: number }[] = [];
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from]!; // from < length
    const to = upperBound(sorted, value);
    counts.push({ value, count: to - from });
    if (counts.length > MAX_DIFFERENT_VALUES) return null;
    from = to;
  }
  const common = counts.filter(({ count }) => count >= Math.max(2, MIN_COMMON_SHARE * sorted.length));
  const [first, last] = [common[0], common.at(-1)];
  if (!first || !last || common.length < MIN_COMMON_VALUES) return null;
  const few = { low: first.value, high: last.value, evidence: 0 };
  const beyond = counts.reduce((sum, { value, count }) => sum + (liesBeyond(few, value) ? count : 0), 0);
  if (beyond === 0 || !isLaw(beyond, sorted.length)) return null;
  return { ...few, evidence: breachEvidence(beyond, sorted.length) };
}

/** The evidence of a value; 0 where it lies among the common ones, or not far beyond. */
export function fewEvidence(few: FewValues, value: number): number {
  return liesBeyond(few, value) ? few.evidence : 0;
}

function liesBeyond({ low, high }: Pick<FewValues, "low" | "high">, value: number): boolean {
  const width = high - low;
  return value > high + width || value < low - width;
}
