import { studentEvidence } from "../../core/math/student-tail";

/** Steps that break a rule of a chart, and how rarely noise does so at one place: -log10 of a probability. */
export interface Breach {
  readonly rule: RuleName;
  readonly from: number;
  readonly to: number;
  readonly evidence: number;
}

export type RuleName =
  "one-beyond-3" | "nine-one-side" | "six-one-way" | "fourteen-zigzag" | "two-of-three" | "four-of-five" | "fifteen-near" | "eight-apart" | "r-4s"; // prettier-ignore

const log2 = Math.log10(2);
/** Numbers go up and down in turn this much more rarely with each more of them (André 1881). */
const ZIGZAG = Math.log10(Math.PI / 2);
/** Of one side, -log10 of the probability of a number as far out. */
const tail = (z: number) => studentEvidence(z, Infinity) + log2;

/**
 * Nelson (1984), rules 1 to 8, and Westgard (1981): 1-3s, 2-2s (as two of three), R-4s, 4-1s (as four of five), 10-x (as nine on
 * a side). Each rule fires where it is published to fire; how rare that is comes from the numbers, so that two of three
 * beyond 4 deviations is rarer than beyond 2.
 */
export function breachesOf(z: Float64Array): readonly Breach[] {
  return [
    ...single(z),
    ...runs(
      z,
      "nine-one-side",
      9,
      (at) => Math.sign(z[at]!),
      (length) => (length - 1) * log2,
    ),
    // Of steps one fewer than points: each is known by how it lies to the point before it.
    ...fromBefore(
      runs(
        z,
        "six-one-way",
        5,
        (at) => wayAt(z, at),
        (length) => logFactorial(length + 1) - log2,
      ),
    ),
    ...fromBefore(runs(z, "fourteen-zigzag", 13, (at) => (at % 2 ? 1 : -1) * wayAt(z, at), (length) => ZIGZAG * (length + 2) - 2 * log2)), // prettier-ignore
    ...runs(
      z,
      "fifteen-near",
      15,
      (at) => Number(z[at] !== 0 && Math.abs(z[at]!) < 1),
      (length) => length * 0.1658,
    ),
    ...runs(
      z,
      "eight-apart",
      8,
      (at) => Number(Math.abs(z[at]!) > 1),
      (length) => length * 0.4985,
    ),
    ...some(z, "two-of-three", { of: 3, needed: 2, beyond: 2 }),
    ...some(z, "four-of-five", { of: 5, needed: 4, beyond: 1 }),
    ...opposite(z),
  ];
}

function single(z: Float64Array): Breach[] {
  return Array.from(z.keys()).flatMap((at) =>
    Math.abs(z[at]!) > 3
      ? [{ rule: "one-beyond-3" as const, from: at, to: at + 1, evidence: tail(z[at]!) - log2 }]
      : [],
  );
}

/** Runs of steps that have the same mark, which is not 0. */
function runs(
  z: Float64Array,
  rule: RuleName,
  least: number,
  markOf: (at: number) => number,
  evidenceOf: (length: number) => number,
): Breach[] {
  const found: Breach[] = [];
  for (let from = 0, to = 1; from < z.length; from = to, to++) {
    const mark = markOf(from);
    while (to < z.length && markOf(to) === mark) to++;
    if (mark !== 0 && to - from >= least) found.push({ rule, from, to, evidence: evidenceOf(to - from) });
  }
  return found;
}

/** 1 where a point lies above the one before it, -1 below. */
function wayAt(z: Float64Array, at: number): number {
  return at > 0 ? Math.sign(z[at]! - z[at - 1]!) : 0; // at > 0
}

function fromBefore(breaches: readonly Breach[]): Breach[] {
  return breaches.map((one) => ({ ...one, from: Math.max(0, one.from - 1) }));
}

interface Share {
  readonly of: number;
  readonly needed: number;
  readonly beyond: number;
}

/** So many of some steps beyond a line on one side. */
function some(z: Float64Array, rule: RuleName, { of, needed, beyond }: Share): Breach[] {
  const found: Breach[] = [];
  for (const side of [1, -1])
    for (let from = 0; from + of <= z.length; from++) {
      const own = Array.from(z.subarray(from, from + of), (one) => side * one);
      if (!(own[0]! > beyond)) continue; // of at least two
      const far = own.filter((one) => one > beyond).sort((one, other) => other - one);
      if (far.length < needed) continue;
      const evidence = togetherAbove(far.slice(0, needed), beyond) - Math.log10(2 * (needed === 2 ? 3 : 5));
      found.push({ rule, from, to: from + own.findLastIndex((one) => one > beyond) + 1, evidence });
    }
  return found;
}

/**
 * How rarely numbers are all beyond a line on given sides and as far as these: that they are, times how rarely the product
 * of so many even probabilities is as small (Fisher 1925).
 */
function togetherAbove(all: readonly number[], line: number): number {
  const beyond = all.length * tail(line);
  const further = Math.LN10 * Math.max(0, all.reduce((sum, one) => sum + tail(one), 0) - beyond);
  let [term, sum] = [1, 1];
  for (let one = 1; one < all.length; one++) {
    term *= further / one;
    sum += term;
  }
  return beyond + (further - Math.log(sum)) / Math.LN10;
}

/** Two steps in a row beyond 2 deviations on opposite sides. */
function opposite(z: Float64Array): Breach[] {
  return Array.from(z.keys()).flatMap((at) => {
    const [one, other] = [z[at]!, z[at + 1] ?? 0]; // a step
    const isSo = Math.min(Math.abs(one), Math.abs(other)) > 2 && one * other < 0;
    return isSo
      ? [{ rule: "r-4s" as const, from: at, to: at + 2, evidence: togetherAbove([one, other], 2) - log2 }]
      : [];
  });
}

function logFactorial(count: number): number {
  let sum = 0;
  for (let one = 2; one <= count; one++) sum += Math.log10(one);
  return sum;
}
