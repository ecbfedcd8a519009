import type { Boxes } from "../../core/series/noise/box-scores";
import type { Stray } from "./stray";

const ROUNDS = 4;
/** A single step is no stretch. */
const MIN_WIDTH = 2;
/** Narrower ones do not pass for what the noise remembers. */
const MIN_LONG = 24;
const WIDTHS_WITHIN = 8;

/** The part of a box, or a little more, that carries its height: where what it adds up to stands out most. */
export function trimmedTo(one: Stray, { sums, norm }: Pick<Boxes, "sums" | "norm">): Stray {
  const sign = Math.sign(one.height);
  const width = one.to - one.from;
  const score = (from: number, to: number) => (sign * (sums[to]! - sums[from]!)) / norm(to - from).unit; // within the sums
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
  return { ...one, from, to, height: (sums[to]! - sums[from]!) / norm(to - from).square };
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
  const norm = (width: number) => ({ square: width, unit: Math.sqrt(width), apart: 1 / width, few: 1 / width });
  return best && trimmedTo(best, { sums, norm });
}
