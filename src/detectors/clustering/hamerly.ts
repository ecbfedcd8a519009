import { nearestCentroids } from "../../core/kernels/nearest-centroids";

/** Rows one after the other, `width` numbers each. */
export interface Rows {
  readonly values: Float32Array;
  readonly count: number;
  readonly width: number;
}

export interface Clustering {
  /** Centroids one after the other. */
  readonly centroids: Float64Array;
  /** Rows nearest to each centroid. */
  readonly sizes: Float64Array;
  /** Sum of the squared distances of the rows to their centroid. */
  readonly inertia: number;
}

/** Squared moves of all centroids below this share of the mean variance of a feature are no move. */
const MAX_SETTLED_MOVE_SHARE = 1e-4;

/**
 * Lloyd's algorithm with Hamerly's bounds (SDM 2010): the same result as comparing every row with every
 * centroid each round, at a fraction of the distances. `yieldToEvents` is awaited once a round with the round's
 * number. Stops when no row changes its cluster, or when the centroids together move less than a hundredth
 * of the typical spread of a feature (the tolerance of scikit-learn). A cluster that loses all rows keeps its centroid.
 */
export async function lloyd(
  rows: Rows,
  start: Float64Array,
  maxRounds: number,
  yieldToEvents: (round: number) => Promise<void>,
): Promise<Clustering> {
  const { values, count, width } = rows;
  const k = start.length / width;
  const centroids = start.slice();
  const nearest = new Uint16Array(count);
  const upper = new Float64Array(count);
  const lower = new Float64Array(count);
  const sums = new Float64Array(k * width);
  const sizes = new Float64Array(k);
  const moved = new Float64Array(k);

  const add = (row: number, cluster: number, sign: 1 | -1): void => {
    sizes[cluster] = sizes[cluster]! + sign; // cluster < k
    for (let j = 0; j < width; j++)
      sums[cluster * width + j] = sums[cluster * width + j]! + sign * values[row * width + j]!; // row < count
  };

  const begun = nearestCentroids(centroids, values, width);
  for (let row = 0; row < count; row++) {
    nearest[row] = begun.index[row]!; // row < count, and so below
    upper[row] = Math.sqrt(begun.first[row]!);
    lower[row] = Math.sqrt(begun.second[row]!);
    add(row, nearest[row]!, 1);
  }
  const unsafe = new Uint32Array(count);
  const gathered = new Float32Array(values.length);
  const still = MAX_SETTLED_MOVE_SHARE * meanVariance(rows);
  for (let round = 1; round <= maxRounds; round++) {
    await yieldToEvents(round);
    const drift = moveCentroids(centroids, sums, sizes, width, moved);
    const gap = halfGaps(centroids, width);
    let [changes, unsure] = [0, 0];
    for (let row = 0; row < count; row++) {
      const own = nearest[row]!; // row < count
      const reach = upper[row]! + moved[own]!; // row < count, own < k
      const other = lower[row]! - drift; // row < count
      upper[row] = reach;
      lower[row] = other;
      const safe = Math.max(gap[own]!, other); // own < k
      if (reach <= safe) continue;
      const exact = Math.sqrt(squared(centroids, own * width, values, row * width, width));
      upper[row] = exact;
      if (exact <= safe) continue;
      for (let j = 0; j < width; j++) gathered[unsure * width + j] = values[row * width + j]!; // row < count
      unsafe[unsure++] = row;
    }
    const found = nearestCentroids(centroids, gathered.subarray(0, unsure * width), width);
    for (let at = 0; at < unsure; at++) {
      const row = unsafe[at]!; // at < unsure, and so below
      upper[row] = Math.sqrt(found.first[at]!);
      lower[row] = Math.sqrt(found.second[at]!);
      const own = nearest[row]!; // row < count
      const now = found.index[at]!;
      if (now === own) continue;
      nearest[row] = now;
      add(row, own, -1);
      add(row, now, 1);
      changes++;
    }
    if (changes === 0 || moved.reduce((sum, distance) => sum + distance * distance, 0) <= still) break;
  }
  let inertia = 0;
  for (let row = 0; row < count; row++)
    inertia += squared(centroids, nearest[row]! * width, values, row * width, width); // row < count
  return { centroids, sizes, inertia };
}

function meanVariance({ values, count, width }: Rows): number {
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  for (let at = 0, feature = 0; at < values.length; at++, feature = feature + 1 === width ? 0 : feature + 1) {
    const value = values[at]!; // at < length
    sums[feature] = sums[feature]! + value; // feature < width
    squares[feature] = squares[feature]! + value * value; // feature < width
  }
  let total = 0;
  for (let j = 0; j < width; j++) total += squares[j]! / count - (sums[j]! / count) ** 2; // j < width
  return Math.max(0, total / width);
}

/** Squared distances to the nearest and second nearest centroid; equal distances go to the first. */
export function twoNearest(
  centroids: Float64Array,
  values: Float32Array,
  start: number,
  width: number,
  k: number,
): { index: number; first: number; second: number } {
  let [index, first, second] = [0, Infinity, Infinity];
  for (let cluster = 0; cluster < k; cluster++) {
    const distance = squared(centroids, cluster * width, values, start, width);
    if (distance < first) {
      second = first;
      first = distance;
      index = cluster;
    } else if (distance < second) second = distance;
  }
  return { index, first, second };
}

function squared(a: Float64Array, aStart: number, b: Float32Array, bStart: number, width: number): number {
  let sum = 0;
  for (let j = 0; j < width; j++) {
    const gap = a[aStart + j]! - b[bStart + j]!; // both hold `width` numbers from their start
    sum += gap * gap;
  }
  return sum;
}

/** Moves each centroid to the mean of its rows; returns the farthest move. */
function moveCentroids(
  centroids: Float64Array,
  sums: Float64Array,
  sizes: Float64Array,
  width: number,
  moved: Float64Array,
): number {
  let farthest = 0;
  for (let cluster = 0; cluster < sizes.length; cluster++) {
    const size = sizes[cluster]!; // cluster < k
    let square = 0;
    for (let at = cluster * width; size > 0 && at < (cluster + 1) * width; at++) {
      const mean = sums[at]! / size; // at < k * width
      square += (mean - centroids[at]!) ** 2; // k * width centroids
      centroids[at] = mean;
    }
    const distance = Math.sqrt(square);
    moved[cluster] = distance;
    if (distance > farthest) farthest = distance;
  }
  return farthest;
}

/** Half the distance from each centroid to its nearest other one: a row closer than that cannot belong elsewhere. */
function halfGaps(centroids: Float64Array, width: number): Float64Array {
  const k = centroids.length / width;
  const gaps = new Float64Array(k).fill(Infinity);
  for (let a = 0; a < k; a++)
    for (let b = a + 1; b < k; b++) {
      let square = 0;
      for (let j = 0; j < width; j++) square += (centroids[a * width + j]! - centroids[b * width + j]!) ** 2; // a, b < k
      const half = Math.sqrt(square) / 2;
      gaps[a] = Math.min(gaps[a]!, half); // a < k
      gaps[b] = Math.min(gaps[b]!, half); // b < k
    }
  return gaps;
}
