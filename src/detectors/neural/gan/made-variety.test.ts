import { expect, test } from "vitest";
import { normalDeviates, seededRandom } from "../../../core/math/random";
import { varietyOf } from "./made-variety";

const width = 3;
const normal = normalDeviates(seededRandom(1));
const rows = (count = 200) => Float32Array.from({ length: count * width }, normal);
const real = rows();

test("rows from the same distribution are as different", () => {
  const { spread, apartness } = varietyOf(rows(), real, real, width);
  expect(spread).toBeGreaterThan(0.85);
  expect(apartness).toBeGreaterThan(0.85);
});

test("ever the same row has no variety", () => {
  const made = real.map((_, i) => real[i % width]!);
  expect(varietyOf(made, real, real, width)).toEqual({ spread: 0, apartness: 0 });
});

test("rows around the middle of the real ones spread little", () => {
  const { spread, apartness } = varietyOf(real.map((value) => 0.2 * value), real, real, width); // prettier-ignore
  expect(spread).toBeCloseTo(0.2, 5);
  expect(apartness).toBeCloseTo(0.2, 5);
});

test("a few rows over and over spread far, but lie on each other", () => {
  const made = real.map((_, i) => real[i % (5 * width)]!);
  const { spread, apartness } = varietyOf(made, real, real, width);
  expect(spread).toBeGreaterThan(0.4);
  expect(apartness).toBe(0);
});

test("what does not vary in real rows need not vary in made ones", () => {
  const constant = new Float32Array(30).fill(2);
  expect(varietyOf(constant, constant, constant, width)).toEqual({ spread: 1, apartness: 1 });
});
