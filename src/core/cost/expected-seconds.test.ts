import { expect, test } from "vitest";
import { expectedSeconds, slownessOf } from "./expected-seconds";
import { measured } from "./measured";

test("says what was measured where it was measured, and lies between two sizes in between", () => {
  for (const [detector, { rows }] of Object.entries(measured))
    for (const [size, seconds] of rows)
      expect(expectedSeconds(detector, size, 10)).toBeCloseTo(Math.max(0.02, seconds), 9);
  const [low, between, high] = [16_000, 30_000, 64_000].map((rows) => expectedSeconds("knn", rows, 10)!);
  expect(between).toBeGreaterThan(low!);
  expect(between).toBeLessThan(high!);
});

test("more rows and more columns never take less beyond what was measured", () => {
  for (const detector of Object.keys(measured)) {
    expect(expectedSeconds(detector, 4_000_000, 10)!).toBeGreaterThanOrEqual(expectedSeconds(detector, 2_000_000, 10)!);
    expect(expectedSeconds(detector, 2000, 4000)!).toBeGreaterThanOrEqual(expectedSeconds(detector, 2000, 2000)!);
  }
  expect(expectedSeconds("of another version", 1000, 10)).toBeNull();
});

test("a machine is as slow as the middle of what ran long enough to tell", () => {
  const runs = [1, 2, 30].map((took) => ({ expected: 1, took }));
  expect(slownessOf([...runs, { expected: 0.001, took: 5 }])).toBe(2);
  expect(slownessOf([{ expected: 0.001, took: 5 }])).toBe(1);
  expect(slownessOf([])).toBe(1);
});
