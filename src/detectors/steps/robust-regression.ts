import { factorCholesky, invertLower } from "../../core/math/cholesky";
import { sizeOf } from "../../core/series/course/robust";

/** Rounds of weighing anew what lies far off. */
const ROUNDS = 4;
/** Beyond so many usual sizes a step counts less, the farther the less (Huber 1964). */
const HUBER_LIMIT = 1.5;
const RIDGE = 0.01;

/** How `target` follows from `inputs` (all around 0), learned from the steps that `isLearned` names; strays count little. */
export function robustWeights(
  target: Float64Array,
  inputs: readonly Float64Array[],
  isLearned: (step: number) => boolean,
): Float64Array {
  const size = inputs.length;
  let weights: Float64Array = new Float64Array(size);
  let spread = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const products = new Float64Array(size * size);
    const sums = new Float64Array(size);
    for (let step = 0; step < target.length; step++) {
      if (!isLearned(step)) continue;
      const off = Math.abs(target[step]! - weighted(inputs, weights, step)); // step < length
      const weight = off > HUBER_LIMIT * spread ? (HUBER_LIMIT * spread) / off : 1;
      for (let one = 0; one < size; one++) {
        const input = weight * inputs[one]![step]!; // one < size; as many steps
        sums[one]! += input * target[step]!;
        for (let other = 0; other <= one; other++) products[one * size + other]! += input * inputs[other]![step]!;
      }
    }
    weights = solved(products, sums);
    const left = target.map((value, step) => value - weighted(inputs, weights, step));
    spread = Math.max(1e-9, sizeOf(left));
  }
  return weights;
}

export function weighted(inputs: readonly Float64Array[], weights: Float64Array, step: number): number {
  let sum = 0;
  for (let one = 0; one < inputs.length; one++) sum += weights[one]! * inputs[one]![step]!; // as many; a step
  return sum;
}

/** `products` is the lower half of a symmetric matrix. */
function solved(products: Float64Array, sums: Float64Array): Float64Array {
  const size = sums.length;
  let trace = 0;
  for (let one = 0; one < size; one++) trace += products[one * size + one]!; // one < size, and so throughout
  for (let one = 0; one < size; one++) {
    products[one * size + one]! += (RIDGE * trace) / size + 1e-12;
    for (let other = one + 1; other < size; other++) products[one * size + other] = products[other * size + one]!;
  }
  if (factorCholesky(products, size) === null) return new Float64Array(size);
  const inverse = invertLower(products, size);
  const half = sums.map((_, row) => {
    let sum = 0;
    for (let at = 0; at <= row; at++) sum += inverse[row * size + at]! * sums[at]!;
    return sum;
  });
  return sums.map((_, row) => {
    let sum = 0;
    for (let at = row; at < size; at++) sum += inverse[at * size + row]! * half[at]!;
    return sum;
  });
}
