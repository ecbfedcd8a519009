import { measured } from "./measured";

/** A size, and the seconds that it took. */
type Point = readonly [number, number];

/** What is measured below this is mostly the warming up. */
const LEAST_SECONDS = 0.02;
const MEASURED_COLUMNS = 10;

/**
 * About how long a detector with its defaults takes, in seconds of one core of the machine that it was measured on, for so
 * many rows and features; null for one that was not measured. By the lines through what was measured, both axes by ratio;
 * what a line says of columns counts as a share.
 */
export function expectedSeconds(detector: string, rows: number, columns: number): number | null {
  const own = measured[detector];
  if (!own || rows < 1 || columns < 1) return null;
  const wider = along(own.columns, columns) / along(own.columns, MEASURED_COLUMNS);
  return along(own.rows, rows) * wider;
}

/**
 * How many times longer this machine takes: the middle ratio of what runs took and what was expected of them. 1 before
 * there is one that was long enough to tell.
 */
export function slownessOf(runs: readonly { readonly expected: number; readonly took: number }[]): number {
  const ratios = runs
    .filter(({ expected, took }) => Math.min(expected, took) >= LEAST_SECONDS * 5)
    .map(({ expected, took }) => took / expected)
    .sort((a, b) => a - b);
  return ratios[ratios.length >> 1] ?? 1;
}

/** On straight lines between the points, by the logarithms of both; beyond the ends the last line goes on, never down. */
function along(points: readonly Point[], size: number): number {
  const after = points.findIndex(([at]) => at >= size);
  const to = after < 0 ? points.length - 1 : Math.max(1, after);
  const [[x0, y0], [x1, y1]] = [points[to - 1], points[to]] as [Point, Point]; // at least two points
  const [low, high] = [Math.max(LEAST_SECONDS, y0), Math.max(LEAST_SECONDS, y1)];
  const slope = Math.log(high / low) / Math.log(x1 / x0);
  const outside = size < x0 || size > x1;
  return low * (size / x0) ** (outside ? Math.max(0, slope) : slope);
}
