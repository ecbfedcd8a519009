import fc from "fast-check";
import { expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { madOfSorted, quantileOfSorted } from "../math/quantile";
import { quantileOfDescending, summaryOf } from "./summary";

it("agrees with quantiles and MAD of the ascending scores", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 80 }), (values) => {
      const ascending = Float64Array.from(values).sort();
      const summary = summaryOf(ascending.slice().reverse());
      expect(summary.mad).toBeCloseTo(madOfSorted(ascending), 10);
      for (const [found, share] of [
        [summary.q1, 0.25],
        [summary.median, 0.5],
        [summary.q3, 0.75],
      ] as const)
        expect(found).toBeCloseTo(quantileOfSorted(ascending, share), 10);
    }),
    randomRuns(100, 1),
  );
});

it("gives mean, population sd and mean deviation", () => {
  const summary = summaryOf(Float64Array.of(9, 5, 4, 4, 2));
  expect(summary).toMatchObject({ count: 5, min: 2, max: 9, median: 4, mad: 1 });
  expect(summary.mean).toBeCloseTo(4.8, 12);
  expect(summary.sd).toBeCloseTo(Math.sqrt(5.36), 12);
  expect(summary.meanDeviation).toBeCloseTo(1.6, 12);
});

it("reads the ends of a descending array", () => {
  const sorted = Float64Array.of(9, 5, 1);
  expect([0, 0.5, 1].map((share) => quantileOfDescending(sorted, share))).toEqual([1, 5, 9]);
});
