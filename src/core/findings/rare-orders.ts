import { belowGap } from "./below-gap";
import { occurrencesIn, rareAmong, type Cases, type Occurrences } from "./cases";
import { fewEvidence } from "./poisson";

/** One event right after another, which is hardly ever so. The number of symbols stands for the beginning and the end. */
export interface RareOrder {
  readonly before: number;
  readonly after: number;
  /** Cases that have it, and how many would if events came in any order. */
  readonly seen: number;
  readonly expected: number;
  /** -log10 of the probability of so few. */
  readonly evidence: number;
}

/** Where fewer are expected, few are no wonder. */
const MIN_EXPECTED = 5;
/** An order is rare below this part of what is expected, and where no other one is less than so many times as frequent. */
const MAX_RARE_RATIO = 0.25;
const MIN_GAP = 3;
/** Pairs that are looked at closely: those that are expected most. */
const MAX_PAIRS = 4000;

/** The orders of two events that no more than a few cases have, though chance alone would bring them about in many. */
export function rareOrdersOf(cases: Cases): RareOrder[] {
  const seen = seenIn(cases);
  const occurrences = occurrencesIn(cases);
  const edge = cases.symbols;
  const events = cases.starts[cases.count] ?? 0;
  const steps = events + cases.count;
  const totalOf = (symbol: number) => (symbol === edge ? cases.count : occurrences.totals[symbol]!); // a symbol
  const pairs = [...seen]
    .map(([key, inCases]) => {
      const [before, after] = [Math.floor(key / (edge + 1)), key % (edge + 1)];
      return { before, after, seen: inCases, share: (totalOf(before) * totalOf(after)) / steps ** 2 };
    })
    .filter(({ share }) => share * steps >= MIN_EXPECTED)
    .sort((a, b) => b.share - a.share)
    .slice(0, MAX_PAIRS);
  const lengths = lengthsOf(cases);
  const expected = pairs.map(({ before, after, seen: own, share }) => {
    const overall = lengths.reduce((sum, [length, count]) => sum + count * (1 - Math.exp(-share * (length + 1))), 0);
    const inside = before === after ? Infinity : expectedInside(cases, occurrences, before, after);
    return { before, after, seen: own, expected: Math.min(overall, inside) };
  });
  const enough = expected.filter((pair) => pair.expected >= MIN_EXPECTED);
  return belowGap(enough, (pair) => pair.seen / pair.expected, MAX_RARE_RATIO, MIN_GAP)
    .filter((pair) => pair.seen <= rareAmong(cases.count))
    .map((pair) => ({ ...pair, evidence: fewEvidence(pair.seen, pair.expected) }));
}

/** Each order of two events that there is, by its key: in how many cases. */
function seenIn({ count, starts, codes, symbols }: Cases): Map<number, number> {
  const seen = new Map<number, number>();
  for (let one = 0; one < count; one++)
    for (const key of keysOf(codes, starts[one]!, starts[one + 1]!, symbols)) seen.set(key, (seen.get(key) ?? 0) + 1);
  return seen;
}

/** The orders in the events `from` to before `to`, each once. */
export function keysOf(codes: ArrayLike<number>, from: number, to: number, edge: number): Set<number> {
  const keys = new Set<number>();
  for (let event = from; event <= to; event++) {
    const before = event === from ? edge : codes[event - 1]!; // inside
    const after = event === to ? edge : codes[event]!; // inside
    keys.add(before * (edge + 1) + after);
  }
  return keys;
}

/** Lengths of cases, each with how many have it. */
function lengthsOf({ count, starts }: Cases): (readonly [number, number])[] {
  const lengths = new Map<number, number>();
  for (let one = 0; one < count; one++) {
    const length = starts[one + 1]! - starts[one]!;
    lengths.set(length, (lengths.get(length) ?? 0) + 1);
  }
  return [...lengths];
}

/** How many cases would have the order if each had its events in any order: kinds of cases that share no events say nothing. */
function expectedInside(
  { count, starts, symbols }: Cases,
  { cases, times }: Occurrences,
  before: number,
  after: number,
): number {
  const lengthOf = (one: number) => starts[one + 1]! - starts[one]!;
  let sum = 0;
  if (before === symbols || after === symbols) {
    const symbol = before === symbols ? after : before;
    if (symbol === symbols) return count;
    cases[symbol]!.forEach((one, at) => (sum += times[symbol]![at]! / lengthOf(one)));
    return sum;
  }
  const [first, second] = [cases[before]!, cases[after]!];
  for (let i = 0, j = 0; i < first.length && j < second.length;) {
    const one = first[i]!;
    if (one === second[j]) {
      sum += 1 - Math.exp(-(times[before]![i]! * times[after]![j]!) / lengthOf(one));
      i++;
      j++;
    } else if (one < second[j]!) i++;
    else j++;
  }
  return sum;
}
