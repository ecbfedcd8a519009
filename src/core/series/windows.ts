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
 * window's). Equal scores of windows give exactly equal scores of steps.
 */
export function pointScores(
  ofWindows: ArrayLike<number>,
  windows: Windows,
  { starts, points }: Pick<SeriesSamples, "starts" | "points">,
): Float64Array {
  const { first, end } = windows;
  const scores = new Float64Array(starts.at(-1) ?? 0);
  let [from, to] = [0, 0];
  for (let part = 0; part + 1 < starts.length; part++) {
    const begin = to;
    let score = 0;
    for (let step = starts[part]!; step < starts[part + 1]!; step++) {
      // part + 1 < length
      let changed = false;
      if (points === "covering") {
        for (; to < first.length && first[to]! <= step; to++) changed = true;
        for (; end[from]! <= step; from++) changed = true;
        if (changed) score = meanOf(ofWindows, from, to);
      } else {
        while (to < first.length && first[to]! < starts[part + 1]! && end[to]! <= step + 1) to++;
        score = ofWindows[Math.max(begin, to - 1)]!;
      }
      scores[step] = score;
    }
    from = to;
  }
  return scores;
}

/** Measured from the first, so that the mean of equal numbers is that number. */
function meanOf(numbers: ArrayLike<number>, from: number, to: number): number {
  const base = numbers[from]!; // a step is covered by at least one window
  let sum = 0;
  for (let i = from + 1; i < to; i++) sum += numbers[i]! - base;
  return base + sum / (to - from);
}
