import { occurrencesIn, rareAmong, type Cases } from "./cases";
import { fewEvidence } from "./poisson";

/** What nearly every case keeps to: it has the event, or it has it once at most. */
export interface BrokenRule {
  readonly symbol: number;
  readonly rule: "always" | "once";
  /** Cases that break it, in order, and how many would if events were dealt out by chance. */
  readonly by: readonly number[];
  readonly expected: number;
  /** -log10 of the probability of so few. */
  readonly evidence: number;
}

/** Where fewer are expected to break a rule by chance, it may be no rule. */
const MIN_EXPECTED = 5;

export interface Rules {
  readonly broken: readonly BrokenRule[];
  /** All rules that were looked at, those that no case breaks among them. */
  readonly tried: number;
}

/** Rules that a few cases break, though chance alone would have many cases break them: something sees to it. */
export function brokenRulesOf(cases: Cases): Rules {
  const occurrences = occurrencesIn(cases);
  const events = cases.starts[cases.count] ?? 0;
  const rare = rareAmong(cases.count);
  let tried = 0;
  const broken = Array.from({ length: cases.symbols }, (_, symbol): BrokenRule[] => {
    const has = occurrences.cases[symbol]!; // a symbol
    const share = occurrences.totals[symbol]! / Math.max(1, events); // a symbol
    const twice = has.filter((_one, at) => occurrences.times[symbol]![at]! > 1); // one for each case
    const rules: BrokenRule[] = [];
    const say = (rule: BrokenRule["rule"], by: readonly number[], expected: number) => {
      if (expected < MIN_EXPECTED) return;
      tried++;
      if (by.length > 0) rules.push({ symbol, rule, by, expected, evidence: fewEvidence(by.length, expected) });
    };
    if (cases.count - has.length <= rare) say("always", lacking(cases.count, has), expectedWithout(cases, share));
    // What is there once wherever it is: nearly all that have it have it once.
    if (twice.length <= rare && has.length - twice.length >= 0.9 * has.length) say("once", twice, expectedTwice(cases, share)); // prettier-ignore
    return rules;
  });
  return { broken: broken.flat(), tried };
}

function lacking(count: number, has: readonly number[]): number[] {
  const without: number[] = [];
  for (let one = 0, at = 0; one < count; one++) {
    if (has[at] === one) at++;
    else without.push(one);
  }
  return without;
}

function expectedWithout({ count, starts }: Cases, share: number): number {
  let sum = 0;
  for (let one = 0; one < count; one++) sum += (1 - share) ** (starts[one + 1]! - starts[one]!);
  return sum;
}

function expectedTwice({ count, starts }: Cases, share: number): number {
  let sum = 0;
  for (let one = 0; one < count; one++) {
    const length = starts[one + 1]! - starts[one]!;
    sum += 1 - (1 - share) ** length - length * share * (1 - share) ** Math.max(0, length - 1);
  }
  return sum;
}
