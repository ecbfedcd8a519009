import { expect, test } from "vitest";
import { seededRandom } from "../../../core/math/random";
import { boxMeans } from "./box-means";
import { differencesOf } from "./differences";

const SIZE = 12;
const noise = (seed: number, channels = 1) => {
  const random = seededRandom(seed);
  return Float32Array.from({ length: SIZE * SIZE * channels }, random);
};

test("means over boxes are those of the cells inside", () => {
  const values = noise(1);
  const means = boxMeans(values, SIZE, 2);
  for (const [row, column] of [
    [0, 0],
    [5, 6],
    [11, 3],
    [1, 11],
  ] as const) {
    // prettier-ignore
    const inside: number[] = [];
    for (let r = Math.max(0, row - 2); r <= Math.min(SIZE - 1, row + 2); r++)
      for (let c = Math.max(0, column - 2); c <= Math.min(SIZE - 1, column + 2); c++)
        inside.push(values[r * SIZE + c]!);
    expect(means[row * SIZE + column]).toBeCloseTo(inside.reduce((a, b) => a + b) / inside.length, 5);
  }
});

test.each(["absolute", "squared", "structure"] as const)(
  "%s: nothing where nothing differs, most where most does",
  (difference) => {
    const real = noise(2, 3);
    expect(Math.max(...differencesOf(real, real, SIZE, difference))).toBeLessThan(1e-4);
    const rebuilt = real.slice();
    for (let channel = 0; channel < 3; channel++)
      rebuilt[3 * (4 * SIZE + 7) + channel] = real[3 * (4 * SIZE + 7) + channel]! > 0.5 ? 0 : 1;
    const map = differencesOf(real, rebuilt, SIZE, difference);
    expect(map.every((value) => value >= 0 && value <= 1)).toBe(true);
    const [row, column] = [Math.floor(map.indexOf(Math.max(...map)) / SIZE), map.indexOf(Math.max(...map)) % SIZE];
    expect(Math.max(Math.abs(row - 4), Math.abs(column - 7))).toBeLessThanOrEqual(difference === "structure" ? 3 : 0);
  },
);

test("an image and its negative have no structure in common", () => {
  const real = noise(3);
  const map = differencesOf(real, real.map((value) => 1 - value), SIZE, "structure"); // prettier-ignore
  expect(Math.min(...map)).toBeGreaterThan(0.8);
});
