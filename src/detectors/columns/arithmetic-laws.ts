import type { Note } from "../../core/data/note";
import type { ColumnSamples } from "../../core/detect/column-samples";
import { breachEvidence, isLaw } from "../../core/findings/evidence";
import { quantileOfSorted } from "../../core/math/quantile";
import { sortedFinite } from "../../core/math/sort";
import { numberAt, rounded } from "./value-reasons";

/** What makes a number out of one or two others: product, sum, a share of another, what is left to a hundred. */
export interface ArithmeticLaw {
  readonly kind: "product" | "sum" | "ratio" | "rest";
  readonly parts: readonly number[];
  readonly whole: number;
  /** Of a ratio the ratio, of a rest the total. */
  readonly factor: number;
  /** What rounding takes away. */
  readonly tolerance: number;
  readonly evidence: number;
}

/** What nine of ten rows keep to the last digit is no chance: so much the more sure is a row that breaks it. */
const LAW_EVIDENCE = 3;
/** A law is first looked for in so many rows. */
const ROWS_LOOKED_AT = 200;
const MIN_SHARE_LOOKED_AT = 0.9;
/** Where more would be kept with the whole of another row, it is no law: what has few or small values lies near anything. */
const MAX_SHARE_OF_OTHERS = 0.5;
/** Of at most twice as many rows as are looked at, more breaches are no law. */
const MOST_BREACHES_LOOKED_AT = 2 * ROWS_LOOKED_AT * (1 - MIN_SHARE_LOOKED_AT);
/** Of largest values, in which rounding shows least, this share tells a ratio. */
const LARGEST_SHARE = 0.1;

/** The laws that make `whole` and that a few rows break. */
export function brokenLaws(samples: ColumnSamples, numbers: readonly number[], whole: number): ArithmeticLaw[] {
  return [...candidates(samples, numbers, whole)].flatMap((law): ArithmeticLaw[] => {
    if (!isKept(samples, law)) return [];
    let known = 0;
    let breaches = 0;
    for (let sample = 0; sample < samples.count; sample++) {
      const kept = keepsLaw(samples, law, sample);
      if (kept === null) continue;
      known++;
      if (!kept) breaches++;
    }
    if (breaches === 0 || !isLaw(breaches, known)) return [];
    return [{ ...law, evidence: LAW_EVIDENCE + breachEvidence(breaches, known) }];
  });
}

/** The numbers that say nothing new: in nearly all rows the product or the sum of two others, or a part of another. */
export function wholesOf(samples: ColumnSamples, numbers: readonly number[]): number[] {
  return numbers.filter((whole) => {
    for (const law of candidates(samples, numbers, whole)) if (isKept(samples, law)) return true;
    return false;
  });
}

/** Whether a row keeps the law; null where a cell is missing, or nothing is made of nothing. */
export function keepsLaw(samples: ColumnSamples, law: ArithmeticLaw, sample: number): boolean | null {
  return keepsWith(samples, law, sample, sample);
}

/** The same with the whole of another row. */
function keepsWith(samples: ColumnSamples, law: ArithmeticLaw, sample: number, other: number): boolean | null {
  const whole = numberAt(samples, law.whole, other);
  const said = wholeBy(samples, law, sample);
  if (Number.isNaN(whole) || Number.isNaN(said) || (whole === 0 && said === 0)) return null;
  return Math.abs(whole - said) <= Math.max(law.tolerance, 1e-9 * Math.abs(said));
}

/** What the others make of a row. */
export function wholeBy(samples: ColumnSamples, { kind, parts, factor }: ArithmeticLaw, sample: number): number {
  const one = numberAt(samples, parts[0]!, sample); // one part at least
  if (kind === "ratio") return factor * one;
  const other = numberAt(samples, parts[1]!, sample); // all others have two
  if (kind === "rest") return factor - one - other;
  return kind === "product" ? one * other : one + other;
}

/** The sentence of a row that breaks the law. */
export function lawNote(samples: ColumnSamples, law: ArithmeticLaw, sample: number): Note {
  const [one = "", other = ""] = law.parts.map((feature) => samples.features[feature]!); // features of the samples
  const column = samples.features[law.whole]!; // one of the features
  const value = numberAt(samples, law.whole, sample);
  const said = wholeBy(samples, law, sample);
  const values = { column, value, one, other, expected: rounded(said) };
  if (law.kind === "ratio")
    return { code: "column-finding.not-ratio", values: { ...values, percent: rounded(100 * law.factor) } };
  if (law.kind === "rest") {
    const total = rounded(value + law.factor - said);
    return { code: "column-finding.not-total", values: { ...values, total, expected: rounded(law.factor) } };
  }
  return { code: `column-finding.not-${law.kind}`, values };
}

function* candidates(samples: ColumnSamples, numbers: readonly number[], whole: number): Generator<ArithmeticLaw> {
  const tolerance = toleranceOf(samples, whole);
  const law = { whole, tolerance, evidence: 0 };
  const others = numbers.filter((one) => one !== whole);
  for (const [at, one] of others.entries()) {
    const ratio = one < whole ? ratioOf(samples, one, whole) : NaN;
    if (Number.isFinite(ratio) && ratio !== 0) yield { ...law, kind: "ratio", parts: [one], factor: ratio, tolerance: 2 * tolerance }; // prettier-ignore
    for (const other of others.slice(at + 1)) {
      for (const kind of ["product", "sum"] as const) yield { ...law, kind, parts: [one, other], factor: 1 };
      if (one > whole || other > whole) continue; // each three of them once
      const total = totalOf(samples, [one, other, whole]);
      if (Number.isFinite(total)) yield { ...law, kind: "rest", parts: [one, other], factor: total };
    }
  }
}

function stepOf({ count }: ColumnSamples): number {
  return Math.max(1, Math.floor(count / ROWS_LOOKED_AT));
}

/** How many times one number the other is, by the rows in which rounding shows least. */
function ratioOf(samples: ColumnSamples, part: number, whole: number): number {
  const pairs: (readonly [number, number])[] = [];
  for (let sample = 0; sample < samples.count; sample += stepOf(samples)) {
    const own = [numberAt(samples, part, sample), numberAt(samples, whole, sample)] as const;
    if (Math.abs(own[0]) > 0 && Number.isFinite(own[1])) pairs.push(own);
  }
  pairs.sort((a, b) => Math.abs(b[0]) - Math.abs(a[0]));
  const largest = pairs.slice(0, Math.ceil(LARGEST_SHARE * pairs.length));
  return quantileOfSorted(sortedFinite(largest.map(([one, all]) => all / one)), 0.5);
}

/** The middle of what the numbers make together. */
function totalOf(samples: ColumnSamples, features: readonly number[]): number {
  const totals: number[] = [];
  for (let sample = 0; sample < samples.count; sample += stepOf(samples))
    totals.push(features.reduce((sum, feature) => sum + numberAt(samples, feature, sample), 0));
  return quantileOfSorted(sortedFinite(totals), 0.5);
}

/** Whether nearly all rows that are looked at keep the law, and would not keep it with the whole of another row. */
function isKept(samples: ColumnSamples, law: ArithmeticLaw): boolean {
  if (shareKept(samples, law, 0) < MIN_SHARE_LOOKED_AT) return false;
  return shareKept(samples, law, samples.count >>> 1) <= MAX_SHARE_OF_OTHERS;
}

/** The share of rows that keep a law with the whole of the row that stands so many further on. */
function shareKept(samples: ColumnSamples, law: ArithmeticLaw, further: number): number {
  let known = 0;
  let kept = 0;
  for (let sample = 0; sample < samples.count; sample += stepOf(samples)) {
    const own = keepsWith(samples, law, sample, (sample + further) % samples.count);
    if (own === null) continue;
    known++;
    if (own) kept++;
    else if (known - kept > MOST_BREACHES_LOOKED_AT) return 0;
  }
  return known < ROWS_LOOKED_AT / 10 ? 0 : kept / known;
}

/** What rounding to the digits that the column is written with takes away. */
function toleranceOf(samples: ColumnSamples, feature: number): number {
  let decimals = 0;
  for (let sample = 0; sample < samples.count; sample += stepOf(samples)) {
    const [, digits = ""] = String(numberAt(samples, feature, sample)).split(".");
    decimals = Math.max(decimals, Math.min(digits.length, 6));
  }
  return 0.6 * 10 ** -decimals;
}
