import { rbf, weightedKernels, type Points } from "./rbf";

/** Added to the diagonal, so that points that almost coincide do not blow up the weights. */
const DIAGONAL_RIDGE = 1e-6;

/**
 * Weights on `few` points that come closest, in the space of the kernel, to `weights` on `many`: the
 * projection of Nyström's method, K(few, few)⁻¹ K(few, many) w, also known as a reduced set (Burges 1996).
 */
export async function projectWeights(
  few: Points,
  many: Points,
  weights: Float64Array,
  gamma: number,
  yieldToEvents: () => Promise<void>,
): Promise<Float64Array> {
  const { count, width, values } = few;
  const lower = new Float64Array(count * count);
  const solution = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    solution[i] = weightedKernels(many, weights, gamma, values, i * width);
    for (let j = 0; j <= i; j++) {
      let sum = rbf(values, i * width, values, j * width, width, gamma) + (i === j ? DIAGONAL_RIDGE : 0);
      for (let k = 0; k < j; k++) sum -= lower[i * count + k]! * lower[j * count + k]!; // k < j <= i < count
      lower[i * count + j] = i === j ? Math.sqrt(Math.max(DIAGONAL_RIDGE / 2, sum)) : sum / lower[j * count + j]!; // a square matrix
    }
    await yieldToEvents();
  }
  for (let i = 0; i < count; i++) {
    let sum = solution[i]!; // i < count
    for (let k = 0; k < i; k++) sum -= lower[i * count + k]! * solution[k]!; // k < i
    solution[i] = sum / lower[i * count + i]!; // a square matrix
  }
  for (let i = count - 1; i >= 0; i--) {
    let sum = solution[i]!; // i < count
    for (let k = i + 1; k < count; k++) sum -= lower[k * count + i]! * solution[k]!; // k < count
    solution[i] = sum / lower[i * count + i]!; // a square matrix
  }
  return solution;
}
