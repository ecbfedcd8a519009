import { linearScale, logScale, positionOf, valueAt, type Scale } from "../axis/scale";
import { countFlagged } from "../threshold/threshold-steps";

/** Rows with `from` <= score < `to`; the last bin holds its upper border too. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Bins of equal width on `scale`. `sorted` is descending, so each border costs one binary search. */
export function binScores(sorted: Float64Array, scale: Scale, bins: number): Bin[] {
  const borders = Array.from({ length: bins + 1 }, (_, at) => valueAt(scale, at / bins));
  const above = borders.map((border, at) => (at === bins ? 0 : countFlagged(sorted, border)));
  return Array.from({ length: bins }, (_, at) => ({
    from: borders[at] ?? 0,
    to: borders[at + 1] ?? 0,
    count: (at === 0 ? sorted.length : (above[at] ?? 0)) - (above[at + 1] ?? 0),
  }));
}

/** About one bin for every 8 pixels, 20 to 80. */
export function binCountFor(plotWidth: number): number {
  return Math.max(20, Math.min(80, Math.round(plotWidth / 8)));
}

/** The scale of the bars, from 0. */
export function countScale(bins: readonly Bin[], log: boolean): Scale {
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  return log ? logScale(0, most, 0, 1) : linearScale(0, most);
}

/** Heights of the bars, 0 to 1; a bin with any row is at least `least` high, so that a single stranger is seen. */
export function barHeights(bins: readonly Bin[], scale: Scale, least: number): number[] {
  return bins.map(({ count }) => (count === 0 ? 0 : Math.max(least, positionOf(scale, count))));
}

/** Corners of the bars as one stepped line from position 0 to 1. */
export function stepPoints(heights: readonly number[]): { x: number; y: number }[] {
  const points = heights.map((y, at) => ({ x: at / heights.length, y }));
  return [...points, { x: 1, y: heights.at(-1) ?? 0 }];
}

/** The same bars as an SVG path in pixels, closed along the base line. */
export function barsPath(
  heights: readonly number[],
  left: number,
  bottom: number,
  width: number,
  height: number,
): string {
  const parts = heights.map((y, at) => {
    const from = left + (at / heights.length) * width;
    const to = left + ((at + 1) / heights.length) * width;
    return y === 0 ? "" : `M${round(from)} ${bottom}V${round(bottom - y * height)}H${round(to)}V${bottom}Z`;
  });
  return parts.join("");
}

/** Hairlines between neighbouring bars, which tell bins apart. */
export function gapsPath(
  heights: readonly number[],
  left: number,
  bottom: number,
  width: number,
  height: number,
): string {
  const lines = heights.slice(1).map((y, at) => {
    const top = Math.max(y, heights[at] ?? 0);
    return top === 0 ? "" : `M${round(left + ((at + 1) / heights.length) * width)} ${bottom}v${-round(top * height)}`;
  });
  return lines.join("");
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
