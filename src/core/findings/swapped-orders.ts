import { logGamma } from "../math/log-gamma";
import { belowGap } from "./below-gap";
import { rareAmong, type Cases } from "./cases";

/** Two events that happen in one order wherever both do, but for a few cases. */
export interface SwappedOrder {
  /** What comes first in nearly all cases, and what after it. */
  readonly first: number;
  readonly then: number;
  /** Cases in which it is the other way round, in order, of those that have both. */
  readonly by: readonly number[];
  readonly both: number;
  /** -log10 of the probability that so few would be, if either order were as likely. */
  readonly evidence: number;
}

export interface SwappedOrders {
  readonly swapped: readonly SwappedOrder[];
  /** Pairs of events that were looked at. */
  readonly tried: number;
}

/** Pairs are compared where so many cases have both. */
const MIN_BOTH = 20;
/** Symbols that are compared with each other, the most frequent first. */
const MAX_SYMBOLS = 60;
const MOST_EVIDENCE = 300;
/** An order is kept to where so few cases turn it round, and where no other share of cases that do is less than so many times as large. */
const MAX_SHARE = 0.1;
const MIN_GAP = 5;

/** Orders that a few cases turn round, however many other events lie between. What counts is when each first happens. */
export function swappedOrdersOf({ count, starts, codes, symbols }: Cases): SwappedOrders {
  const width = Math.min(symbols, MAX_SYMBOLS);
  const before = new Uint32Array(width * width);
  const eachCase = function* () {
    for (let one = 0; one < count; one++) yield [one, firstOnes(codes, starts[one]!, starts[one + 1]!, width)] as const; // one more start than cases
  };
  for (const [, firsts] of eachCase())
    firsts.forEach((first, at) => {
      for (const then of firsts.slice(at + 1)) before[first * width + then]! += 1; // both below the width
    });
  const turned: { readonly key: number; readonly other: number; readonly both: number }[] = [];
  let tried = 0;
  for (let first = 0; first < width; first++)
    for (let then = 0; then < width; then++) {
      const [usual, other] = [before[first * width + then]!, before[then * width + first]!]; // both below the width
      if (usual < other || (usual === other && first > then) || usual + other < MIN_BOTH || first === then) continue;
      tried++;
      if (other > 0) turned.push({ key: then * width + first, other, both: usual + other });
    }
  const few = belowGap(turned, ({ other, both }) => other / both, MAX_SHARE, MIN_GAP);
  const rare = new Map<number, number[]>();
  for (const { key, other, both } of few) if (other <= rareAmong(both)) rare.set(key, []);
  if (rare.size > 0)
    for (const [one, firsts] of eachCase())
      firsts.forEach((first, at) => {
        for (const then of firsts.slice(at + 1)) rare.get(first * width + then)?.push(one);
      });
  const swapped = [...rare].map(([key, by]): SwappedOrder => {
    const [then, first] = [Math.floor(key / width), key % width];
    const both = before[first * width + then]! + by.length; // both below the width
    return { first, then, by, both, evidence: evenEvidence(by.length, both) };
  });
  return { swapped, tried };
}

/** The symbols of a case in the order in which they first happen. */
function firstOnes(codes: ArrayLike<number>, from: number, to: number, width: number): number[] {
  const found = new Set<number>();
  for (let event = from; event < to; event++) if (codes[event]! < width) found.add(codes[event]!); // inside
  return [...found];
}

/** -log10 of the probability of at most `few` heads in `all` throws of a coin. */
function evenEvidence(few: number, all: number): number {
  let term = 1;
  let sum = 1;
  for (let k = few; k >= 1; k--) {
    term *= k / (all - k + 1);
    sum += term;
  }
  const log = logGamma(all + 1) - logGamma(few + 1) - logGamma(all - few + 1) - all * Math.LN2 + Math.log(sum);
  return Math.min(MOST_EVIDENCE, Math.max(0, -log / Math.LN10));
}
