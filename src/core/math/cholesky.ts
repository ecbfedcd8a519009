/** Relative to the entry it came from: less is what rounding leaves of nothing. */
const RELATIVE_ROUNDING = 1e-11;

/**
 * Replaces the lower half of the symmetric `size` x `size` matrix by its factor L, A = LL' (Cholesky), and returns
 * the logarithm of the determinant of A; null when A is not positive definite, so far as rounding lets one
 * tell. Only the lower half is read; the upper half is left as it was.
 */
export function factorCholesky(matrix: Float64Array, size: number): number | null {
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j <= i; j++) {
      const other = j * size;
      let sum = matrix[row + j]!; // i, j < size, and so throughout
      for (let k = 0; k < j; k++) sum -= matrix[row + k]! * matrix[other + k]!;
      if (j < i) {
        matrix[row + j] = sum / matrix[other + j]!;
        continue;
      }
      if (!(sum > RELATIVE_ROUNDING * matrix[row + i]!)) return null;
      matrix[row + i] = Math.sqrt(sum);
      logDeterminant += Math.log(sum);
    }
  }
  return logDeterminant;
}

/** The inverse of the lower triangle `factor` (its diagonal without zeros), again a lower triangle. */
export function invertLower(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const pivot = factor[i * size + i]!; // i < size, and so throughout
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum += factor[i * size + k]! * inverse[k * size + j]!;
      inverse[i * size + j] = -sum / pivot;
    }
    inverse[i * size + i] = 1 / pivot;
  }
  return inverse;
}
