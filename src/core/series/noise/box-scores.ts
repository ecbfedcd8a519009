import { burg } from "./burg";
import { localScale } from "./local-scale";

/** What boxes of all widths add up to, and what that would be by chance. */
export interface Boxes {
  /** Sums up to each step: the difference at both ends is what a box adds up to. */
  readonly sums: Float64Array;
  /** How far beyond those of a normal distribution the fourth powers of what is new go. */
  readonly kurtosis: number;
  /** How much farther what is new goes up than down: the mean of its third powers, in its usual size. */
  readonly skew: number;
  norm(width: number): BoxNorm;
  /** How many times as wide as usual noise is between two steps, where that is not in the sums already. */
  louder(from: number, to: number): number;
  /** How high a box of the steps `from` to before `to` of `values` stands in `rest`. */
  heightIn(values: Float64Array, rest: Float64Array, from: number, to: number): number;
}

/** A stretch at another level, sought in noise that remembers: what numbers filtered forth and back add up to. */
export interface BoxScores extends Boxes {
  /** The usual size of what is new at a step. */
  readonly size: number;
  /** 1 and what a step takes from those before it, with its sign turned. */
  readonly filter: Float64Array;
  /** How many times as wide as usual what is new varies around each step. */
  readonly scale: Float64Array;
}

const MAX_ORDER = 24;

/**
 * Makes ready for boxes of all widths: what is new at each step by an autoregression, then the same filter backwards
 * (generalised least squares: a box in noise that remembers stands out by its edges, in noise that does not by its mean).
 * Linear.
 */
export function boxScoresOf(values: Float64Array): BoxScores {
  const filter = Float64Array.of(1, ...burg(values, MAX_ORDER).map((weight) => -weight));
  const fresh = freshOf(values, filter);
  const scale = localScale(fresh);
  for (let at = 0; at < fresh.length; at++) fresh[at]! /= scale[at]!; // one for each
  const { size, kurtosis, skew } = momentsOf(fresh, filter.length - 1);
  const norms = new Map<number, BoxNorm>();
  const norm = (width: number) => {
    const found = norms.get(width) ?? boxNorm(filter, size, width);
    norms.set(width, found);
    return found;
  };
  return {
    sums: backwards(fresh, filter),
    size,
    filter,
    scale,
    kurtosis,
    skew,
    norm,
    louder: () => 1,
    heightIn(own, rest, from, to) {
      const order = filter.length - 1;
      const first = Math.max(0, from - order);
      const near = rest.slice(first, to + order);
      near.set(own.subarray(from, to), from - first);
      const newest = freshOf(near, filter).map((one, at) => one / scale[first + at]!); // one for each
      let total = 0;
      for (let at = from - first; at < to - first; at++)
        for (let lag = 0; lag <= order && at + lag < newest.length; lag++) total += filter[lag]! * newest[at + lag]!; // both fit
      return total / norm(to - from).square;
    },
  };
}

/** What is new at each step; at the first ones nobody knows. */
export function freshOf(values: Float64Array, filter: Float64Array): Float64Array {
  const fresh = new Float64Array(values.length);
  for (let at = filter.length - 1; at < values.length; at++) {
    let sum = 0;
    for (let lag = 0; lag < filter.length; lag++) sum += filter[lag]! * values[at - lag]!; // at >= lag
    fresh[at] = sum;
  }
  return fresh;
}

function backwards(fresh: Float64Array, filter: Float64Array): Float64Array {
  const sums = new Float64Array(fresh.length + 1);
  for (let at = 0; at < fresh.length; at++) {
    let back = 0;
    const most = Math.min(filter.length, fresh.length - at);
    for (let lag = 0; lag < most; lag++) back += filter[lag]! * fresh[at + lag]!; // both fit
    sums[at + 1] = sums[at]! + back; // one more sum than steps
  }
  return sums;
}

function momentsOf(fresh: Float64Array, skipped: number) {
  let [squares, cubes, fourths] = [0, 0, 0];
  for (const one of fresh) {
    squares += one * one;
    cubes += one ** 3;
    fourths += one ** 4;
  }
  const count = Math.max(1, fresh.length - skipped);
  const square = squares / count;
  // As many numbers as there are weights are used up.
  const size = Math.sqrt(squares / Math.max(1, count - skipped));
  if (!(square > 0)) return { size, kurtosis: 0, skew: 0 };
  return { size, kurtosis: Math.max(0, fourths / count / square ** 2 - 3), skew: cubes / count / square ** 1.5 };
}

/** Of boxes of a width. */
export interface BoxNorm {
  /** What a box of height 1 adds up to. */
  readonly square: number;
  /** The usual size of what a box adds up to. */
  readonly unit: number;
  /** How little the box one step later shares with it, 0 to 1: neighbours that share all are one trial. */
  readonly apart: number;
  /** One over how many numbers a box adds up, each by its part. */
  readonly few: number;
}

function boxNorm(filter: Float64Array, size: number, width: number): BoxNorm {
  let [square, shared, fourth, before, own] = [0, 0, 0, 0, 0];
  for (let at = 0; at < width + filter.length - 1; at++) {
    own += (filter[at] ?? 0) - (filter[at - width] ?? 0);
    square += own * own;
    shared += own * before;
    fourth += own ** 4;
    before = own;
  }
  if (!(square > 0)) return { square: 0, unit: 0, apart: 1, few: 1 };
  return {
    square,
    unit: size * Math.sqrt(square),
    apart: Math.max(0, Math.min(1, 1 - shared / square)),
    few: fourth / square ** 2,
  };
}
