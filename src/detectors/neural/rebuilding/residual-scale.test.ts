import { expect, test } from "vitest";
import { residualScaleOf, strangeness } from "./residual-scale";

const still = () => Promise.resolve();

test("median and MAD of each column", async () => {
  const { centre, unit } = await residualScaleOf(Float32Array.from([1, 10, 2, 20, 3, 30, 4, 40, 100, 50]), 2, still);
  expect([...centre]).toEqual([3, 30]);
  expect(unit[0]).toBeCloseTo(Math.max(1.4826, 0.05 * 39.03), 1);
  expect(unit[1]).toBeCloseTo(14.826);
});

test("a column that is mostly rebuilt exactly keeps a unit above zero", async () => {
  const values = new Float32Array(100);
  values[0] = 8;
  const scale = await residualScaleOf(values, 1, still);
  expect(scale.unit[0]).toBeCloseTo(0.05 * 0.796, 3);
  expect(strangeness(scale, 0, 0)).toBe(0);
  expect((await residualScaleOf(new Float32Array(10), 1, still)).unit[0]).toBe(1e-6);
});

test("the largest float counts as a finite number", async () => {
  const scale = await residualScaleOf(new Float32Array(1), 1, still);
  expect(Number.isFinite(strangeness(scale, 0, 3.4e38))).toBe(true);
});
