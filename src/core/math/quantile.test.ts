import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { madOfSorted, quantileOfSorted } from "./quantile";
import { selectQuantiles } from "./quantile-select";
import { lowerBound, sortedFinite, upperBound } from "./sort";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const finiteArrays = fc.array(finite, { minLength: 1, maxLength: 60 });

describe("quantileOfSorted", () => {
  it("agrees with numpy.quantile", () => {
    const sorted = [1, 2, 4, 8];
    expect([0, 0.1, 0.25, 0.5, 0.75, 1].map((q) => quantileOfSorted(sorted, q))).toEqual([1, 1.3, 1.75, 3, 5, 8]);
  });

  it("neither overflows nor leaves the range", () => {
    expect(quantileOfSorted([-1.7e308, 1.7e308], 0.5)).toBe(0);
    fc.assert(
      fc.property(finiteArrays, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const sorted = sortedFinite(values);
        const value = quantileOfSorted(sorted, q);
        expect(value).toBeGreaterThanOrEqual(sorted[0]!);
        expect(value).toBeLessThanOrEqual(sorted.at(-1)!);
      }),
      randomRuns(),
    );
  });

  it("is NaN without values", () => expect(quantileOfSorted([], 0.5)).toBeNaN());
});

describe("madOfSorted", () => {
  it("is the median of the absolute deviations", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }), (values) => {
        const sorted = sortedFinite(values);
        const median = quantileOfSorted(sorted, 0.5);
        const deviations = sortedFinite(values.map((value) => Math.abs(value - median)));
        expect(madOfSorted(sorted)).toBe(quantileOfSorted(deviations, 0.5));
      }),
      randomRuns(),
    );
  });

  it("is the middle of the distances from another middle, too", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 }), (values) => {
        const sorted = sortedFinite(values);
        const below = sorted.length >>> 1;
        const distances = sortedFinite(sorted.map((value, at) => (at < below ? 3 - value : value - 3)));
        expect(madOfSorted(sorted, 3)).toBe(quantileOfSorted(distances, 0.5));
      }),
      randomRuns(),
    );
  });

  it("stays finite at the edge of the number range", () => {
    fc.assert(
      fc.property(finiteArrays, (values) => {
        expect(madOfSorted(sortedFinite(values))).toBeLessThan(Infinity);
      }),
      randomRuns(),
    );
  });
});

describe("selectQuantiles", () => {
  const shares = [0, 0.001, 0.25, 0.25, 0.5, 0.75, 0.999, 1];
  const shapes: Record<string, (i: number, n: number) => number> = {
    random: (i) => Math.sin(i * 12.9898) * 43758.5453 - Math.floor(Math.sin(i * 12.9898) * 43758.5453),
    ascending: (i) => i,
    descending: (i, n) => n - i,
    "organ pipe": (i, n) => Math.min(i, n - i),
    "two values": (i) => i % 2,
    constant: () => 7,
    sawtooth: (i) => i % 97,
  };
  for (const [shape, value] of Object.entries(shapes)) {
    it.each([1, 2, 601, 5003])(`agrees with sorting: ${shape}, %i values`, (n) => {
      const values = Float64Array.from({ length: n }, (_, i) => value(i, n));
      const sorted = values.slice().sort();
      expect(selectQuantiles(values, shares)).toEqual(shares.map((share) => quantileOfSorted(sorted, share)));
      expect(values.sort()).toEqual(sorted);
    });
  }
});

describe("sorted search", () => {
  it("keeps finite values only and finds both sides of a run", () => {
    const sorted = sortedFinite([3, NaN, 1, Infinity, 3, -Infinity, 2]);
    expect([...sorted]).toEqual([1, 2, 3, 3]);
    expect([lowerBound(sorted, 3), upperBound(sorted, 3), lowerBound(sorted, 9), upperBound(sorted, 0)]).toEqual([
      2, 4, 4, 0,
    ]);
  });
});
