import { upperBound } from "../math/sort";
import type { SeriesSamples } from "./series-samples";

/** Where windows lie: window i holds the steps `first[i]` to before `end[i]`, both ascending. */
export interface Windows {
  readonly first: Uint32Array;
  readonly end: Uint32Array;
  readonly stride: number;
}

/**
 * Windows over every part of the series, from its first step on and one that ends with its last; a part shorter than
 * a window is one window of its own length. The stride is that of the series, or larger where there would be more
 * than `most` windows.
 */
export function windowsOf({ starts, window, stride }: SeriesSamples, most: number): Windows {
  let step = Math.max(1, stride);
  let count = countOf(starts, window, step);
  while (count > most && step < window) {
    step = Math.min(window, Math.ceil((step * count) / most));
    count = countOf(starts, window, step);
  }
  const first = new Uint32Array(count);
  const end = new Uint32Array(count);
  let next = 0;
  for (let part = 0; part + 1 < starts.length; part++) {
    const from = starts[part]!; // part + 1 < length
    const to = starts[part + 1]!;
    const length = Math.min(window, to - from);
    for (let at = from; at + length < to; at += step) {
      first[next] = at;
      end[next++] = at + length;
    }
    first[next] = to - length;
    end[next++] = to;
  }
  return { first, end, stride: step };
}

function countOf(starts: Uint32Array, window: number, stride: number): number {
  let count = 0;
  for (let part = 0; part + 1 < starts.length; part++)
    count += 1 + Math.ceil(Math.max(0, starts[part + 1]! - starts[part]! - window) / stride); // part + 1 < length
  return count;
}

/** The windows that cover a step: from `from` (included) to `to` (excluded). */
export function windowsAround({ first, end }: Windows, step: number): { readonly from: number; readonly to: number } {
  return { from: upperBound(end, step), to: upperBound(first, step) };
}

/**
 * Scores of windows as scores of steps: the mean over all windows that cover the step ("covering"), or that of the
 * last window which ends with it or before it ("last"; the steps before the end of a part's first window get that
 * window's). Means of few windows vary more than means of many: near the ends of a part, where fewer windows cover a
 * step, their distance from the part's mean is told in the spread of full means, so that ends are not strange by being
 * ends. A last window out of step with the others may see a phase of a periodic series that they never see: it speaks
 * only for the steps that no other covers. Equal scores of windows give exactly equal scores of steps.
 */
export function pointScores(
  ofWindows: ArrayLike<number>,
  windows: Windows,
  { starts, points }: Pick<SeriesSamples, "starts" | "points">,
): Float64Array {
  const { first, end } = windows;
  const scores = new Float64Array(starts.at(-1) ?? 0);
  let stop = 0;
  for (let part = 0; part + 1 < starts.length; part++) {
    const begin = stop;
    while (stop < first.length && first[stop]! < starts[part + 1]!) stop++; // part + 1 < length
    const own = { ofWindows, windows, begin, stop };
    const scoreAt = points === "covering" ? coveringIn(own) : lastIn(own);
    for (let step = starts[part]!; step < end[stop - 1]!; step++) scores[step] = scoreAt(step); // at least one window
  }
  return scores;
}

/** The windows of one part: from `begin` to before `stop`. */
interface PartOfWindows {
  readonly ofWindows: ArrayLike<number>;
  readonly windows: Windows;
  readonly begin: number;
  readonly stop: number;
}

/** The score of each step of a part, asked for in their order. */
function lastIn({ ofWindows, windows: { end }, begin, stop }: PartOfWindows): (step: number) => number {
  let to = begin;
  return (step) => {
    while (to < stop && end[to]! <= step + 1) to++;
    return ofWindows[Math.max(begin, to - 1)]!; // at least one window
  };
}

/** The same by the windows that cover it. */
function coveringIn({ ofWindows, windows, begin, stop }: PartOfWindows): (step: number) => number {
  const { first, end, stride } = windows;
  const isOutOfStep = stop - begin > 1 && first[stop - 1]! - first[stop - 2]! < stride;
  const inStep = isOutOfStep ? stop - 1 : stop;
  const settled = settledMeans({ ofWindows, windows, begin, stop: inStep });
  let [from, to, score] = [begin, begin, 0];
  return (step) => {
    const before = from + to;
    while (to < inStep && first[to]! <= step) to++;
    while (from < to && end[from]! <= step) from++;
    if (from + to !== before) score = from < to ? settled(from, to) : settled(inStep, stop);
    return score;
  };
}

/** A spread of fewer means than this is a guess. */
const MIN_MEANS_FOR_SPREAD = 10;
/** Windows that are added up to know how means vary, at most. */
const MAX_WINDOWS_ADDED_UP = 10_000_000;

/** Means of neighbouring windows; those of fewer than cover a step far from the ends are drawn to the mean of all. */
function settledMeans({ ofWindows, windows, begin, stop }: PartOfWindows): (from: number, to: number) => number {
  const { first, end, stride } = windows;
  const count = stop - begin;
  const full = Math.ceil((end[begin]! - first[begin]!) / stride); // at least one window
  const centre = meanOf(ofWindows, begin, stop);
  // Sums up to each window, of distances from the mean, so that they keep their digits.
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) sums[i + 1] = sums[i]! + (ofWindows[begin + i]! - centre); // i < count
  const spacing = Math.ceil((first.length * full) / MAX_WINDOWS_ADDED_UP);
  const spreadOf = (size: number): number => {
    let [squares, means] = [0, 0];
    for (let i = 0; i + size <= count; i += spacing, means++) squares += ((sums[i + size]! - sums[i]!) / size) ** 2;
    return means < MIN_MEANS_FOR_SPREAD ? NaN : Math.sqrt(squares / means);
  };
  const ofFull = spreadOf(full);
  const shares = Array.from({ length: full }, (_, size) => (size > 0 ? ofFull / spreadOf(size) : 1));
  return (from, to) => {
    const mean = meanOf(ofWindows, from, to);
    const share = shares[to - from];
    // No share where there is nothing to compare with.
    return share !== undefined && share < 1 ? centre + (mean - centre) * share : mean;
  };
}

/** Measured from the first, so that the mean of equal numbers is that number. */
function meanOf(numbers: ArrayLike<number>, from: number, to: number): number {
  const base = numbers[from]!; // a step is covered by at least one window
  let sum = 0;
  for (let i = from + 1; i < to; i++) sum += numbers[i]! - base;
  return base + sum / (to - from);
}
