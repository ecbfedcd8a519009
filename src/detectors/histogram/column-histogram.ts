import { binAt, binCountOf } from "./bin-count";

/** A histogram of one column; a column that never varied has no bin and says nothing. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  /** Edges of bins of unequal width, one more than bins; empty where all are equally wide. */
  readonly edges: Float64Array;
  /** Density of each bin in units of the column's range: 1 everywhere for a uniform column. */
  readonly heights: Float64Array;
}

const NO_NUMBERS = new Float64Array(0);

/** `bins` bins of equal width, or as many as the column asks for when it is null. `sorted` ascends and is not empty. */
export function equalWidthHistogram(sorted: Float32Array, bins: number | null): Histogram {
  const [low, high] = endsOf(sorted);
  if (!(high > low)) return { low, high, edges: NO_NUMBERS, heights: NO_NUMBERS };
  const count = bins ?? binCountOf(sorted);
  const heights = new Float64Array(count);
  const unit = count / sorted.length;
  for (let row = 0; row < sorted.length; row++) {
    const bin = binAt(sorted[row]!, low, high - low, count); // row < length
    heights[bin] = heights[bin]! + unit; // bin < count
  }
  return { low, high, edges: NO_NUMBERS, heights };
}

/**
 * Bins that hold equally many rows (the dynamic widths of the paper): sqrt(n) of them when `bins` is null.
 * Equal values share a bin, so that some hold more; edges lie midway between the values that they part.
 */
export function equalCountHistogram(sorted: Float32Array, bins: number | null): Histogram {
  const [low, high] = endsOf(sorted);
  if (!(high > low)) return { low, high, edges: NO_NUMBERS, heights: NO_NUMBERS };
  const rows = sorted.length;
  const perBin = Math.max(1, rows / (bins ?? Math.max(1, Math.floor(Math.sqrt(rows)))));
  const edges = [low];
  const heights: number[] = [];
  for (let from = 0; from < rows;) {
    let to = Math.min(rows, Math.max(from + 1, Math.round(from + perBin)));
    while (to < rows && sorted[to] === sorted[to - 1]) to++;
    const left = edges[edges.length - 1]!; // there is one
    const right = to < rows ? sorted[to - 1]! / 2 + sorted[to]! / 2 : high; // both are rows
    heights.push((((to - from) / rows) * (high - low)) / Math.max(right - left, Number.MIN_VALUE));
    edges.push(right);
    from = to;
  }
  return { low, high, edges: Float64Array.from(edges), heights: Float64Array.from(heights) };
}

function endsOf(sorted: Float32Array): [number, number] {
  return [sorted[0]!, sorted[sorted.length - 1]!]; // not empty
}
