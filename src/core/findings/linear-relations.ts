import { chiSquareQuantile } from "../math/chi-square";
import { factorCholesky, invertLower } from "../math/cholesky";

/** How each of some columns follows from the others, all in spreads around their middles. */
export interface LinearRelations {
  readonly width: number;
  /** Row j: what one spread of each other column adds to column j; 0 on the diagonal. */
  readonly slopes: Float64Array;
}

/** Values beyond are cut when others are expected from them: a gross one is a mistake of its own. */
const MAX_STANDING = 8;
/** Between these a value counts less and less when relations are first sought (Raymaekers & Rousseeuw 2021). */
const TAPER_FROM = 1.5;
const TAPER_TO = 4;
/** Added to each variance, so that columns that say the same have an inverse. */
const ADDED_VARIANCE = 1e-3;
/** Rows beyond this share of a normal distribution are left out when the relations are read. */
const KEPT_SHARE = 0.975;
const MIN_ROWS_PER_COLUMN = 5;

/**
 * The slopes of each column over the others, from `standings` (row by row, NaN counts as the middle). First from values
 * that count less the further out they are, then from the rows that fit to that, as they are. Null where there are too few rows.
 */
export function linearRelationsOf(standings: Float64Array, width: number): LinearRelations | null {
  const rows = standings.length / width;
  if (width < 2 || rows < MIN_ROWS_PER_COLUMN * width) return null;
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  const first = inverseOf(covarianceOf(standings, width, all, tapered), width);
  if (!first) return null;
  const distances = Float64Array.from(all, (row) => squaredDistance(standings, width, row, first));
  const middle = distances.slice().sort()[rows >>> 1]!; // there are rows
  const cut = (middle * chiSquareQuantile(KEPT_SHARE, width)) / chiSquareQuantile(0.5, width);
  const kept = all.filter((row) => distances[row]! <= cut); // one for each row
  const second = inverseOf(covarianceOf(standings, width, kept, clipped), width);
  if (!second) return null;
  const slopes = new Float64Array(width * width);
  for (let j = 0; j < width; j++)
    for (let k = 0; k < width; k++)
      if (k !== j) slopes[j * width + k] = -second[j * width + k]! / second[j * width + j]!; // j, k < width
  return { width, slopes };
}

/** What column `j` of one row of standings should be, by the others. */
export function expectedStanding({ width, slopes }: LinearRelations, row: ArrayLike<number>, j: number): number {
  let sum = 0;
  for (let k = 0; k < width; k++) sum += slopes[j * width + k]! * clipped(row[k]!); // k < width
  return sum;
}

/** A standing as it counts for others: the middle where it is missing, cut where it lies far out. */
export function clipped(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.max(-MAX_STANDING, Math.min(MAX_STANDING, value));
}

function tapered(value: number): number {
  const size = Math.abs(value);
  if (!(size < TAPER_TO)) return 0;
  return size <= TAPER_FROM ? value : (value * (TAPER_TO - size)) / (TAPER_TO - TAPER_FROM);
}

function covarianceOf(
  standings: Float64Array,
  width: number,
  rows: Uint32Array,
  asCounted: (value: number) => number,
): Float64Array {
  const sums = new Float64Array(width * width);
  const means = new Float64Array(width);
  const own = new Float64Array(width);
  for (const row of rows) {
    for (let j = 0; j < width; j++) {
      const value = asCounted(standings[row * width + j]!); // j < width
      own[j] = value;
      means[j] = means[j]! + value / rows.length;
      for (let k = 0; k <= j; k++) sums[j * width + k] = sums[j * width + k]! + value * own[k]!; // k <= j
    }
  }
  for (let j = 0; j < width; j++)
    for (let k = 0; k <= j; k++) {
      const covariance = sums[j * width + k]! / rows.length - means[j]! * means[k]!; // k <= j < width
      sums[j * width + k] = sums[k * width + j] = covariance + (j === k ? ADDED_VARIANCE : 0);
    }
  return sums;
}

function inverseOf(matrix: Float64Array, width: number): Float64Array | null {
  const factor = matrix.slice();
  if (factorCholesky(factor, width) === null) return null;
  const lower = invertLower(factor, width);
  const inverse = new Float64Array(width * width);
  for (let j = 0; j < width; j++)
    for (let k = 0; k <= j; k++) {
      let sum = 0;
      for (let i = j; i < width; i++) sum += lower[i * width + j]! * lower[i * width + k]!; // all < width
      inverse[j * width + k] = inverse[k * width + j] = sum;
    }
  return inverse;
}

function squaredDistance(standings: Float64Array, width: number, row: number, inverse: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < width; j++) {
    const own = clipped(standings[row * width + j]!); // j < width
    if (own === 0) continue;
    for (let k = 0; k < width; k++) sum += own * inverse[j * width + k]! * clipped(standings[row * width + k]!); // k < width
  }
  return sum;
}
