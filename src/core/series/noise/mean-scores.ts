import { fourierTransform } from "../../math/fft";
import { boxScoresOf, type Boxes, type BoxNorm } from "./box-scores";

/** Lags of the memory that are told apart: it is asked by as many frequencies. */
const FREQUENCIES = 16_384;

/**
 * Boxes by their mean, in the size that it usually has in noise that remembers as this does. What comes and goes slowly
 * has no edges, and stands out by its mean alone. Linear.
 */
export function meanScoresOf(values: Float64Array): Boxes {
  const { filter, size, kurtosis, skew, scale } = boxScoresOf(values);
  const alike = covariancesOf(filter, size);
  const squares = squaresOf(alike);
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => (sums[at + 1] = sums[at]! + value)); // one more sum than values
  const louder = new Float64Array(values.length + 1);
  scale.forEach((one, at) => (louder[at + 1] = louder[at]! + one * one)); // one more sum than values
  const norm = (width: number): BoxNorm => {
    const square = squares[Math.min(width, squares.length - 1)]!; // at most the last
    const differs = 2 * Math.max(0, alike[0]! - (alike[width] ?? 0)); // there is a first
    return {
      square: width,
      unit: Math.sqrt(square),
      apart: square > 0 ? Math.min(1, differs / (2 * square)) : 1,
      few: Math.min(1, 2 / width),
    };
  };
  return {
    sums,
    kurtosis,
    skew,
    norm,
    louder: (from, to) => Math.sqrt((louder[to]! - louder[from]!) / (to - from)), // within the sums
    heightIn(own, _rest, from, to) {
      let total = 0;
      for (let at = from; at < to; at++) total += own[at]!; // steps of the lane
      return total / (to - from);
    },
  };
}

/** How alike steps are, by how many lie between them, in noise whose new parts have this size: by its spectrum. */
function covariancesOf(filter: Float64Array, size: number): Float64Array {
  const [real, imaginary] = [new Float64Array(FREQUENCIES), new Float64Array(FREQUENCIES)];
  real.set(filter);
  fourierTransform(real, imaginary);
  for (let at = 0; at < FREQUENCIES; at++) {
    real[at] = (size * size) / Math.max(1e-12, real[at]! ** 2 + imaginary[at]! ** 2) / FREQUENCIES; // one for each
    imaginary[at] = 0;
  }
  fourierTransform(real, imaginary);
  return real.subarray(0, FREQUENCIES / 4);
}

/** The square of what a box adds up to, by its width. */
function squaresOf(alike: Float64Array): Float64Array {
  const squares = new Float64Array(alike.length + 1);
  let shared = 0;
  for (let width = 1; width <= alike.length; width++) {
    squares[width] = Math.max(0, squares[width - 1]! + alike[0]! + 2 * shared); // one more than lags
    shared += alike[width] ?? 0;
  }
  return squares;
}
