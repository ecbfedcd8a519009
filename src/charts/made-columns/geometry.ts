/** A feature's real values beside those that a network made up. */
export interface MadeColumn {
  readonly name: string;
  /** Ends of the bins of both histograms, which are equally wide. */
  readonly from: number;
  readonly to: number;
  /** Shares of the rows by bin; what lies beyond the ends is in the outermost bins. */
  readonly real: readonly number[];
  readonly made: readonly number[];
  readonly realMiddle: Spread;
  readonly madeMiddle: Spread;
  /** Kolmogorov and Smirnov's distance, 0 (alike) to 1 (nowhere together). */
  readonly difference: number;
}

/** Quartiles. */
interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

interface Rows {
  readonly features: readonly string[];
  /** [rows, features] row after row. */
  readonly real: Float32Array;
  readonly made: Float32Array;
}

const BIN_COUNT = 24;
/** Of the real rows that the bins span; heavy tails would squeeze the rest into one bin. */
const SPANNED_SHARE = 0.99;

/** Every feature's two histograms, in the order of the features. Values that are not finite are left out. */
export function madeColumnsOf({ features, real, made }: Rows): MadeColumn[] {
  return features.map((name, column) => {
    const ofReal = sortedColumn(real, column, features.length);
    const ofMade = sortedColumn(made, column, features.length);
    const [from, to] = ends(ofReal.length ? ofReal : ofMade);
    return {
      name,
      from,
      to,
      real: sharesOf(ofReal, from, to),
      made: sharesOf(ofMade, from, to),
      realMiddle: spreadOf(ofReal),
      madeMiddle: spreadOf(ofMade),
      difference: distanceOf(ofReal, ofMade),
    };
  });
}

function sortedColumn(values: Float32Array, column: number, width: number): Float32Array {
  const own = new Float32Array(Math.floor(values.length / width));
  let kept = 0;
  for (let row = 0; row < own.length; row++) {
    const value = values[row * width + column] ?? NaN;
    if (Number.isFinite(value)) own[kept++] = value;
  }
  return own.subarray(0, kept).sort();
}

function quantile(sorted: Float32Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

function spreadOf(sorted: Float32Array): Spread {
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}

/** The middle of the real values and a quarter of its width on either side, where made values may lie. */
function ends(sorted: Float32Array): [number, number] {
  if (sorted.length === 0) return [0, 1];
  const low = quantile(sorted, (1 - SPANNED_SHARE) / 2);
  const high = quantile(sorted, (1 + SPANNED_SHARE) / 2);
  const room = high > low ? (high - low) / 4 : Math.abs(low) / 2 || 1;
  return [low - room, high + room];
}

function sharesOf(sorted: Float32Array, from: number, to: number): number[] {
  const shares = new Array<number>(BIN_COUNT).fill(0);
  for (const value of sorted) {
    const bin = Math.max(0, Math.min(BIN_COUNT - 1, Math.floor(((value - from) / (to - from)) * BIN_COUNT)));
    shares[bin] = (shares[bin] ?? 0) + 1 / sorted.length;
  }
  return shares;
}

/** The widest gap between the two cumulative distributions. */
function distanceOf(a: Float32Array, b: Float32Array): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 0 : 1;
  let [i, j, widest] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    while (i < a.length && (a[i] ?? 0) <= value) i++;
    while (j < b.length && (b[j] ?? 0) <= value) j++;
    widest = Math.max(widest, Math.abs(i / a.length - j / b.length));
  }
  return widest;
}
