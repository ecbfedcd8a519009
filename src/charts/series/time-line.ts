import type { Buckets } from "../../core/series/envelope";

/** A line over time, gathered into buckets: the first time, the smallest and the largest value of each. */
export interface TimeLine extends Pick<Buckets, "breaks"> {
  /** Ascending. */
  readonly times: Float64Array;
  /** NaN where a bucket has no value. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A stretch of time, both ends included. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** The first bucket that begins after `time`; their number where none does. */
export function bucketAfter(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The bucket in which `time` lies; -1 where there are no buckets. */
export function bucketAt(times: Float64Array, time: number): number {
  return times.length === 0 ? -1 : Math.max(0, bucketAfter(times, time) - 1);
}

/** The bucket that begins nearest to `time`; -1 where there are no buckets. */
export function nearestBucket(times: Float64Array, time: number): number {
  const at = bucketAt(times, time);
  const here = times[at] ?? NaN;
  const next = times[at + 1] ?? Infinity;
  return Math.abs(next - time) < Math.abs(time - here) ? at + 1 : at;
}

/** The buckets that are drawn between two times: one more on either side, so that lines reach the edge. */
function drawn(times: Float64Array, { from, to }: TimeSpan): [number, number] {
  return [Math.max(0, bucketAfter(times, from) - 2), Math.min(times.length, bucketAfter(times, to) + 1)];
}

/**
 * The SVG path of a line within a span: each bucket an upright stroke from its smallest to its largest value, joined to
 * the next one. A single bucket between two gaps is a dot.
 */
export function linePath(
  { times, low, high, breaks }: TimeLine,
  span: TimeSpan,
  xOf: (time: number) => number,
  yOf: (value: number) => number,
): string {
  const [first, end] = drawn(times, span);
  const broken = new Set(breaks);
  let path = "";
  let points = 0;
  let before = NaN;
  for (let at = first; at < end; at++) {
    const bottom = low[at] ?? NaN;
    const top = high[at] ?? NaN;
    if (broken.has(at) || Number.isNaN(bottom)) {
      if (points === 1) path += "h.01";
      points = 0;
    }
    if (Number.isNaN(bottom)) continue;
    const x = xOf(times[at] ?? 0).toFixed(1);
    // From the nearer end to the farther one, so that a steep rise is no zigzag.
    const [one, other] = Math.abs(top - before) < Math.abs(bottom - before) ? [top, bottom] : [bottom, top];
    path += `${points === 0 ? "M" : "L"}${x} ${yOf(one).toFixed(1)}`;
    if (other !== one) path += `V${yOf(other).toFixed(1)}`;
    points += other === one ? 1 : 2;
    before = other;
  }
  return points === 1 ? `${path}h.01` : path;
}

/** The SVG path of the area between `low - around` and `high + around`, broken where the line is. */
export function bandPath(
  { times, low, high, breaks }: TimeLine,
  span: TimeSpan,
  around: number,
  xOf: (time: number) => number,
  yOf: (value: number) => number,
): string {
  const [first, end] = drawn(times, span);
  const broken = new Set(breaks);
  let path = "";
  let there: string[] = [];
  let back: string[] = [];
  const close = () => {
    if (there.length > 1) path += `M${[...there, ...back.reverse()].join("L")}Z`;
    there = [];
    back = [];
  };
  for (let at = first; at < end; at++) {
    const bottom = low[at] ?? NaN;
    if (broken.has(at) || Number.isNaN(bottom)) close();
    if (Number.isNaN(bottom)) continue;
    const x = xOf(times[at] ?? 0).toFixed(1);
    there.push(`${x} ${yOf((high[at] ?? bottom) + around).toFixed(1)}`);
    back.push(`${x} ${yOf(bottom - around).toFixed(1)}`);
  }
  close();
  return path;
}

/** The smallest and largest value of lines within a span; null where there is none. */
export function valueRange(
  lines: readonly TimeLine[],
  span: TimeSpan,
): { readonly min: number; readonly max: number } | null {
  let min = Infinity;
  let max = -Infinity;
  for (const { times, low, high } of lines) {
    const [first, end] = drawn(times, span);
    for (let at = first; at < end; at++) {
      if ((low[at] ?? NaN) < min) min = low[at] ?? min;
      if ((high[at] ?? NaN) > max) max = high[at] ?? max;
    }
  }
  return min <= max ? { min, max } : null;
}

/** A piece of an axis in pixels. */
export interface Piece {
  readonly x: number;
  readonly width: number;
}

const MIN_PIECE_PX = 3;

/**
 * Where spans lie on an axis of `width` pixels, each at least three of them wide; those that touch are one piece, so that
 * thousands of spans are never more pieces than there is room for. Spans need no order.
 */
export function piecesOf(spans: readonly TimeSpan[], xOf: (time: number) => number, width: number): Piece[] {
  const edges = spans
    .map(({ from, to }) => {
      const middle = (xOf(from) + xOf(to)) / 2;
      const half = Math.max(MIN_PIECE_PX, xOf(to) - xOf(from)) / 2;
      return [middle - half, middle + half] as const;
    })
    .filter(([left, right]) => right > 0 && left < width)
    .sort(([a], [b]) => a - b);
  const pieces: { x: number; width: number }[] = [];
  for (const [left, right] of edges) {
    const last = pieces.at(-1);
    const x = Math.max(0, left);
    const end = Math.min(width, right);
    if (last && x <= last.x + last.width + 0.5) last.width = Math.max(last.width, end - last.x);
    else pieces.push({ x, width: end - x });
  }
  return pieces;
}
