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
 * The slopes of each column over the others, from `standings` (column by column, NaN counts as the middle). First from values
 * that count less the further out they are, then from the rows that fit to that, as they are. Null where there are too few rows.
 */
export function linearRelationsOf(standings: readonly Float64Array[]): LinearRelations | null {
  const width = standings.length;
  const rows = standings[0]?.length ?? 0;
  if (width < 2 || rows < MIN_ROWS_PER_COLUMN * width) return null;
  const first = inverseOf(covarianceOf(standings, tapered), width);
  if (!first) return null;
  const counted = standings.map((own) => own.map(clipped));
  const distances = squaredDistances(counted, first);
  const middle = distances.slice().sort()[rows >>> 1]!; // there are rows
  const cut = (middle * chiSquareQuantile(KEPT_SHARE, width)) / chiSquareQuantile(0.5, width);
  const kept = counted.map((own) => own.filter((_, row) => distances[row]! <= cut)); // one for each row
  const second = inverseOf(covarianceOf(kept, clipped), width);
  if (!second) return null;
  const slopes = new Float64Array(width * width);
  for (let j = 0; j < width; j++)
    for (let k = 0; k < width; k++)
      if (k !== j) slopes[j * width + k] = -second[j * width + k]! / second[j * width + j]!; // j, k < width
  return { width, slopes };
}

/** What column `j` of each row should be by the others, which are given as they count; the middle where there are no lines. */
export function linearlyExpected(
  linear: LinearRelations | null,
  asCounted: readonly Float64Array[],
  j: number,
): Float64Array {
  const expected = new Float64Array(asCounted[j]!.length); // one of the columns
  if (!linear) return expected;
  asCounted.forEach((own, k) => {
    const slope = linear.slopes[j * linear.width + k]!; // one for each pair
    if (slope === 0) return;
    for (let row = 0; row < own.length; row++) expected[row] = expected[row]! + slope * own[row]!; // one for each row
  });
  return expected;
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

function covarianceOf(columns: readonly Float64Array[], asCounted: (value: number) => number): Float64Array {
  const width = columns.length;
  const covariances = new Float64Array(width * width);
  const counted = columns.map((own) => own.map(asCounted));
  const means = counted.map((own) => own.reduce((sum, value) => sum + value, 0) / own.length);
  counted.forEach((one, j) => {
    for (let k = 0; k <= j; k++) {
      const other = counted[k]!; // k <= j
      let sum = 0;
      for (let row = 0; row < one.length; row++) sum += one[row]! * other[row]!; // one for each row
      const covariance = sum / one.length - means[j]! * means[k]!; // one for each column
      covariances[j * width + k] = covariances[k * width + j] = covariance + (j === k ? ADDED_VARIANCE : 0);
    }
  });
  return covariances;
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

function squaredDistances(counted: readonly Float64Array[], inverse: Float64Array): Float64Array {
  const width = counted.length;
  const distances = new Float64Array(counted[0]!.length); // there are columns
  counted.forEach((one, j) => {
    for (let k = 0; k <= j; k++) {
      const other = counted[k]!; // k <= j
      const weight = (j === k ? 1 : 2) * inverse[j * width + k]!; // symmetric; both < width
      for (let row = 0; row < one.length; row++) distances[row] = distances[row]! + one[row]! * weight * other[row]!; // one for each row
    }
  });
  return distances;
}
