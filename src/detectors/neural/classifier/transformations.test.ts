import { expect, test } from "vitest";
import { matrixSamples } from "../../../core/detect/samples";
import { seededRandom } from "../../../core/math/random";
import { transformationsOf, transformed, transformedSamples } from "./transformations";

function noise(length: number): Float32Array {
  const random = seededRandom(4);
  return Float32Array.from({ length }, () => 4 * random() - 2);
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

test.each([1, 5, 32, 33, 80])("of %i features: lengths and angles stay, rows come out otherwise each time", (width) => {
  const rows = noise(2 * width);
  const rotated = transformed(rows, width, transformationsOf(width, 3, 9));
  const row = (i: number) => rotated.subarray(i * width, (i + 1) * width);
  const [a, b] = [rows.subarray(0, width), rows.subarray(width)];
  for (const t of [0, 1, 2]) {
    expect(dot(row(t), row(t))).toBeCloseTo(dot(a, a), 3);
    expect(dot(row(t), row(3 + t))).toBeCloseTo(dot(a, b), 3);
  }
  if (width > 1) expect(Math.abs(row(0)[0]! - row(1)[0]!)).toBeGreaterThan(1e-4);
  expect(transformed(rows, width, transformationsOf(width, 3, 9))).toEqual(rotated);
});

test("any stretch of the transformed samples is that of the whole, with far values cut", () => {
  const transformations = transformationsOf(3, 4, 1);
  const all = transformedSamples(matrixSamples(noise(15), ["a", "b", "c"]), transformations, 1);
  const whole = all.block(0, all.count);
  expect(all.count).toBe(20);
  expect(Math.max(...whole)).toBeLessThanOrEqual(Math.sqrt(3) + 1e-5);
  for (const [from, to] of [
    [0, 1],
    [3, 9],
    [7, 8],
    [19, 20],
  ] as const)
    // prettier-ignore
    expect(all.block(from, to)).toEqual(whole.slice(3 * from, 3 * to));
});
