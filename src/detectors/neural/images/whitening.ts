import { factorCholesky, invertLower } from "../../../core/math/cholesky";

/** What takes the correlations out of numbers. */
export interface Whitening {
  readonly middle: Float64Array;
  /** Numbers less the middle, times this lower triangle, have no correlations and the variance 1. */
  readonly triangle: Float64Array;
}

/** Of the mean variance, added to each: there are often more numbers than samples. */
const RIDGE_SHARE = 0.1;
const MIN_RIDGE = 1e-6;

/** The whitening of these samples, of equal length; there must be some. */
export function whiteningOf(seen: readonly Float64Array[]): Whitening {
  const width = seen[0]?.length ?? 0;
  const middle = new Float64Array(width);
  for (const features of seen) features.forEach((value, i) => (middle[i]! += value / seen.length)); // as long
  const covariance = new Float64Array(width * width);
  for (const features of seen)
    for (let i = 0; i < width; i++)
      for (let j = 0; j <= i; j++)
        covariance[i * width + j]! += ((features[i]! - middle[i]!) * (features[j]! - middle[j]!)) / seen.length; // within
  let trace = 0;
  for (let i = 0; i < width; i++) trace += covariance[i * width + i]!; // within
  const ridge = Math.max(MIN_RIDGE, (RIDGE_SHARE * trace) / width);
  for (let i = 0; i < width; i++) covariance[i * width + i]! += ridge; // within
  factorCholesky(covariance, width);
  return { middle, triangle: invertLower(covariance, width) };
}

/** How far a sample lies from the middle, in deviations: the Mahalanobis distance. */
export function distanceOf(features: Float64Array, { middle, triangle }: Whitening): number {
  const width = middle.length;
  let squares = 0;
  for (let i = 0; i < width; i++) {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += triangle[i * width + j]! * (features[j]! - middle[j]!); // within
    squares += sum * sum;
  }
  return Math.sqrt(squares);
}
