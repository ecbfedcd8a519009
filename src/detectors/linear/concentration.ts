import { factorCholesky, invertLower } from "../../core/math/cholesky";

/** Rows of `width` numbers, one after the other. */
export interface Cloud {
  readonly z: Float64Array;
  readonly width: number;
}

/** Where a subset of the rows lies, and how it spreads. */
export interface Spread {
  readonly mean: Float64Array;
  /** Inverse of the lower Cholesky factor of the covariance. */
  readonly inverse: Float64Array;
  readonly logDeterminant: number;
  /** The covariance had directions without variance, and was given a little in all. */
  readonly flat: boolean;
}

/**
 * Variance added, in squared units of the columns, where a subset lies in a plane, as in the regularised MCD (Boudt,
 * Rousseeuw, Vanduffel & Verdonck 2020): leaving the plane is dear, but not infinitely.
 */
const VARIANCE_RIDGE = 0.1;

/** Mean and covariance (of the population) of the rows numbered in `subset`. */
export function spreadOf({ z, width }: Cloud, subset: ArrayLike<number>): Spread {
  const mean = new Float64Array(width);
  for (let at = 0; at < subset.length; at++) {
    const start = subset[at]! * width; // at < length
    for (let j = 0; j < width; j++) mean[j]! += z[start + j]!; // j < width, and so throughout
  }
  for (let j = 0; j < width; j++) mean[j]! /= subset.length;
  const covariance = new Float64Array(width * width);
  const row = new Float64Array(width);
  for (let at = 0; at < subset.length; at++) {
    const start = subset[at]! * width;
    for (let j = 0; j < width; j++) row[j] = z[start + j]! - mean[j]!;
    for (let i = 0; i < width; i++) {
      const value = row[i]! / subset.length;
      if (value !== 0) for (let j = 0; j <= i; j++) covariance[i * width + j]! += value * row[j]!;
    }
  }
  const kept = covariance.slice();
  const whole = factorCholesky(covariance, width);
  if (whole !== null) return { mean, inverse: invertLower(covariance, width), logDeterminant: whole, flat: false };
  for (let i = 0; i < width; i++) kept[i * width + i]! += VARIANCE_RIDGE + 1e-9 * kept[i * width + i]!;
  const ridged = factorCholesky(kept, width);
  if (ridged !== null) return { mean, inverse: invertLower(kept, width), logDeterminant: ridged, flat: true };
  // Only values beyond all measure leave nothing to factor; then each column counts alone.
  const alone = new Float64Array(width * width);
  for (let i = 0; i < width; i++) alone[i * width + i] = 1;
  return { mean, inverse: alone, logDeterminant: Number.MAX_VALUE, flat: true };
}

/** Squared distances of rows `from` to `to` in the metric of `spread`, written to `into` from its start. */
export function squaredDistances({ z, width }: Cloud, spread: Spread, into: Float64Array, from = 0): void {
  const { mean, inverse } = spread;
  const gap = new Float64Array(width);
  for (let row = 0; row < into.length; row++) {
    const start = (from + row) * width;
    for (let j = 0; j < width; j++) gap[j] = z[start + j]! - mean[j]!; // j < width
    let square = 0;
    for (let i = 0, at = 0; i < width; i++, at += width) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += inverse[at + j]! * gap[j]!; // i, j < width
      square += sum * sum;
    }
    into[row] = square;
  }
}

/** Positions of the `size` smallest entries, ascending; of equal ones the first. */
export function smallestIndices(values: Float64Array, size: number): Uint32Array {
  const limit = values.slice().sort()[size - 1]!; // size <= length
  const chosen = new Uint32Array(size);
  let count = 0;
  let room = size;
  for (const value of values) if (value < limit) room--;
  for (let at = 0; at < values.length && count < size; at++) {
    const value = values[at]!; // at < length
    if (value < limit || (value === limit && room-- > 0)) chosen[count++] = at;
  }
  return chosen;
}
