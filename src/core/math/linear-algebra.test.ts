import { expect, it } from "vitest";
import { chiSquareBelow, chiSquareQuantile } from "./chi-square";
import { factorCholesky, invertLower } from "./cholesky";
import { normalDeviates, seededRandom } from "./random";
import { symmetricEigen } from "./symmetric-eigen";

const yieldToEvents = () => Promise.resolve();

function randomSymmetric(size: number, seed: number): Float64Array {
  const normal = normalDeviates(seededRandom(seed));
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) matrix[i * size + j] = matrix[j * size + i] = normal() * (1 + (i % 3));
  return matrix;
}

it.each([1, 2, 3, 7, 30, 90])("rebuilds a symmetric matrix of size %i from its eigenvectors", async (size) => {
  const matrix = randomSymmetric(size, size);
  const before = matrix.slice();
  const { values, vectors } = await symmetricEigen(matrix, size, yieldToEvents);
  expect(matrix).toEqual(before);
  expect([...values]).toEqual([...values].sort((a, b) => b - a));
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let [rebuilt, product] = [0, 0];
      for (let k = 0; k < size; k++) {
        rebuilt += values[k]! * vectors[k * size + i]! * vectors[k * size + j]!; // all below size
        product += vectors[i * size + k]! * vectors[j * size + k]!;
      }
      expect(rebuilt).toBeCloseTo(matrix[i * size + j]!, 9); // i, j < size
      expect(product).toBeCloseTo(i === j ? 1 : 0, 10);
    }
});

it("finds equal and vanishing eigenvalues", async () => {
  const size = 6;
  const ones = new Float64Array(size * size).fill(1);
  const { values } = await symmetricEigen(ones, size, yieldToEvents);
  expect(values[0]).toBeCloseTo(6, 12);
  for (const value of values.subarray(1)) expect(value).toBeCloseTo(0, 12);
  expect([...(await symmetricEigen(new Float64Array(9), 3, yieldToEvents)).values]).toEqual([0, 0, 0]);
  expect((await symmetricEigen(new Float64Array(0), 0, yieldToEvents)).values.length).toBe(0);
});

it("factors, inverts and measures a positive definite matrix, and refuses a singular one", () => {
  const matrix = Float64Array.of(4, 2, 0, 2, 5, 3, 0, 3, 6);
  expect(factorCholesky(matrix, 3)).toBeCloseTo(Math.log(4 * (30 - 9) - 2 * 12), 12);
  const inverse = invertLower(matrix, 3);
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 3; j++) {
      let sum = 0;
      for (let k = j; k <= i; k++) sum += matrix[i * 3 + k]! * inverse[k * 3 + j]!; // below 3
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 12);
    }
  expect(factorCholesky(Float64Array.of(1, 2, 2, 4), 2)).toBeNull();
  expect(factorCholesky(Float64Array.of(0), 1)).toBeNull();
});

it("knows the published quantiles of chi-square", () => {
  for (const [probability, freedom, value] of [
    [0.5, 1, 0.45493642],
    [0.975, 1, 5.02388619],
    [0.5, 10, 9.34181777],
    [0.975, 10, 20.48317735],
    [0.975, 100, 129.56119719],
  ] as const) {
    expect(chiSquareQuantile(probability, freedom)).toBeCloseTo(value, 6);
    expect(chiSquareBelow(value, freedom)).toBeCloseTo(probability, 8);
  }
  expect(chiSquareBelow(0, 3)).toBe(0);
  expect(chiSquareQuantile(0.5, 5000)).toBeCloseTo(4999.333, 2);
});
