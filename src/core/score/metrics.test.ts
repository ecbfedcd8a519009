import { expect, it } from "vitest";
import { averagePrecision, qualityAt, rocAuc } from "./metrics";

const scores = Float64Array.of(0.1, 0.4, 0.35, 0.8);
const labels = Uint8Array.of(0, 0, 1, 1);

it("agrees with the example of scikit-learn's manual", () => {
  expect(rocAuc(scores, labels)).toBeCloseTo(0.75, 12);
  expect(averagePrecision(scores, labels)).toBeCloseTo(0.8333333333, 9);
});

it("counts ties half, and takes a tied group at once", () => {
  const tied = Float64Array.of(2, 2, 1, 1);
  expect(rocAuc(tied, Uint8Array.of(1, 0, 1, 0))).toBe(0.5);
  expect(averagePrecision(tied, Uint8Array.of(1, 0, 1, 0))).toBe(0.5);
  expect(rocAuc(tied, Uint8Array.of(1, 1, 0, 0))).toBe(1);
});

it("leaves rows without a score out and has no answer without both kinds", () => {
  expect(rocAuc(Float64Array.of(Number.NaN, 1, 2), Uint8Array.of(1, 0, 1))).toBe(1);
  expect(rocAuc(scores, new Uint8Array(4))).toBeNaN();
  expect(averagePrecision(scores, new Uint8Array(4))).toBeNaN();
});

it("gives precision and recall at a threshold", () => {
  expect(qualityAt(scores, labels, 0.4)).toEqual({ flagged: 2, hits: 1, anomalies: 2, precision: 0.5, recall: 0.5 });
  expect(qualityAt(scores, labels, 2).precision).toBeNaN();
});
