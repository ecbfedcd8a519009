import { boxNorm, type BoxScores } from "../../core/series/noise/box-scores";
import type { Stray } from "./stray";

const ROUNDS = 4;
/** A single step is no stretch. */
const MIN_WIDTH = 2;
/** Narrower ones do not pass for what the noise remembers. */
const MIN_LONG = 24;
const WIDTHS_WITHIN = 8;

/** The part of a box, or a little more, that carries its height: where what it adds up to stands out most. */
export function trimmedTo(one: Stray, scores: Pick<BoxScores, "sums" | "filter">): Stray {
  const { sums } = scores;
  const sign = Math.sign(one.height);
  const width = one.to - one.from;
  const squares = new Map<number, number>();
  const squareOf = (wide: number) => {
    const known = squares.get(wide) ?? boxNorm(scores, wide).square;
    squares.set(wide, known);
    return known;
  };
  const score = (from: number, to: number) => (sign * (sums[to]! - sums[from]!)) / Math.sqrt(squareOf(to - from)); // within the sums
  let { from, to } = one;
  let best = score(from, to);
  for (let round = 0, isBetter = true; round < ROUNDS && isBetter; round++) {
    isBetter = false;
    const [first, last] = [from, to];
    for (let at = Math.max(0, first - width); at <= to - MIN_WIDTH; at++)
      if (score(at, to) > best) [best, from, isBetter] = [score(at, to), at, true];
    for (let at = from + MIN_WIDTH; at <= Math.min(sums.length - 1, last + width); at++)
      if (score(from, at) > best) [best, to, isBetter] = [score(from, at), at, true];
  }
  return { ...one, from, to, height: (sums[to]! - sums[from]!) / squareOf(to - from) };
}

/** The long stretch that stands out most where nothing remembers; null where none is long enough. */
export function widestOf(values: Float64Array, widths: readonly number[]): Stray | null {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => (sums[at + 1] = sums[at]! + value)); // one more sum than values
  let best: Stray | null = null;
  let most = 0;
  for (const width of widths) {
    if (width < MIN_LONG || values.length < WIDTHS_WITHIN * width) continue;
    for (let from = 0; from + width <= values.length; from++) {
      const height = (sums[from + width]! - sums[from]!) / width; // within the sums
      const score = Math.abs(height) * Math.sqrt(width);
      if (score > most) [most, best] = [score, { from, to: from + width, height, evidence: 0 }];
    }
  }
  return best && trimmedTo(best, { sums, filter: Float64Array.of(1) });
}
