import type { Histogram } from "../../core/data/profile";

/** A column's values: bins of a number or time column, or its most frequent levels, descending. */
export type ColumnValues =
  /** `min` and `max` of the values: the end bins may hold tails that lie beyond their borders. */
  | { readonly kind: "bins"; readonly histogram: Histogram; readonly min: number; readonly max: number }
  | { readonly kind: "levels"; readonly levels: readonly { readonly level: string; readonly count: number }[] };

export interface Bar {
  /** Shares of the width and of the height, 0 to 1. */
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly count: number;
}

/** Bars of a histogram, placed by their borders; every count above 0 is at least `least` high. */
export function binBars({ edges, counts }: Histogram, least: number): Bar[] {
  const from = edges[0] ?? 0;
  const to = edges.at(-1) ?? 1;
  const most = Math.max(1, ...counts);
  return counts.map((count, at) => {
    const x = to > from ? shareOf(edges[at] ?? from, from, to) : at / counts.length;
    const end = shareOf(edges[at + 1] ?? to, from, to);
    return { x, width: to > from ? end - x : 1 / counts.length, height: heightOf(count, most, least), count };
  });
}

/** Equal bars, one per level, at most `limit`. */
export function levelBars(levels: readonly { readonly count: number }[], limit: number, least: number): Bar[] {
  const shown = levels.slice(0, limit);
  const most = Math.max(1, ...shown.map(({ count }) => count));
  return shown.map(({ count }, at) => ({
    x: at / shown.length,
    width: 1 / shown.length,
    height: heightOf(count, most, least),
    count,
  }));
}

function heightOf(count: number, most: number, least: number): number {
  return count === 0 ? 0 : Math.max(least, count / most);
}

/** Where `value` lies between the borders of a histogram, 0 to 1, kept inside; the middle when all values are equal. */
export function shareOf(value: number, from: number, to: number): number {
  if (!(to > from)) return 0.5;
  return Math.max(0, Math.min(1, (value / 2 - from / 2) / (to / 2 - from / 2)));
}
