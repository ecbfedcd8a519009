export interface ErrorBins {
  /** One more than counts, ascending, above 0, each the same number of times the one before. */
  readonly edges: readonly number[];
  readonly now: readonly number[];
  /** Null where there was no earlier look. */
  readonly first: readonly number[] | null;
}

/** Errors so much smaller than the largest lie in the lowest bin. */
const DECADES_SHOWN = 6;

/**
 * Errors counted in `count` bins of a logarithmic axis that holds both looks. Its ends lie on half powers of ten, so
 * that it rests while the errors move. What is not finite is dropped; null when nothing is left.
 */
export function binErrors(errors: Float32Array, first: Float32Array | null, count: number): ErrorBins | null {
  let [least, most] = [Infinity, 0];
  for (const values of first ? [errors, first] : [errors])
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      if (value > 0) least = Math.min(least, value);
      most = Math.max(most, value);
    }
  if (most === 0) [least, most] = [1, 1];
  if (!errors.some(Number.isFinite)) return null;
  const high = Math.ceil(2 * Math.log10(most)) / 2;
  const low = Math.max(Math.min(Math.floor(2 * Math.log10(least)) / 2, high - 0.5), high - DECADES_SHOWN);
  const within = (values: Float32Array) => {
    const counts = new Array<number>(count).fill(0);
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      const at = Math.floor(((Math.log10(value) - low) / (high - low)) * count);
      const bin = Math.max(0, Math.min(count - 1, at));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
  };
  const edges = Array.from({ length: count + 1 }, (_, at) => 10 ** (low + (at / count) * (high - low)));
  return { edges, now: within(errors), first: first && within(first) };
}

/** The upper border of a histogram as an SVG path: steps over `counts`, the bins equally wide. */
export function outlineOf(
  counts: readonly number[],
  area: { left: number; foot: number; width: number; height: number },
  most: number,
): string {
  const step = area.width / counts.length;
  const high = (count: number) => round(area.foot - (count / most) * area.height);
  const steps = counts.map((count, at) => `V${high(count)}H${round(area.left + (at + 1) * step)}`);
  return `M${round(area.left)} ${round(area.foot)}${steps.join("")}V${round(area.foot)}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
