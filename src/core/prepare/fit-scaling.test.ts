import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import { fitScaling, scaled, signedLog } from "./fit-scaling";

const of = (...values: number[]) => Float64Array.from(values);

describe("fitScaling", () => {
  it("is z, robust z, 0 to 1, or nothing", () => {
    expect(fitScaling(of(2, 4, 4, 4, 5, 5, 7, 9), "standard")).toMatchObject({ center: 5, scale: 2 });
    expect(fitScaling(of(5, 1, 2, 3, 4), "robust")).toMatchObject({ center: 3, scale: 2 / 1.349 });
    expect(fitScaling(of(5, 1, 2), "min-max")).toMatchObject({ center: 1, scale: 4 });
    expect(fitScaling(of(5, 1, 2), "none")).toMatchObject({ center: 0, scale: 1 });
  });

  it("falls back to the standard deviation where the middle half is constant", () => {
    expect(fitScaling(of(0, 0, 0, 0, 0, 0, 0, 8), "robust").scale).toBeCloseTo(Math.sqrt(7), 12);
  });

  it("does not blow up what is smaller than the unit", () => {
    expect(fitScaling(of(1, 1.001, 1.002), "standard", 1).scale).toBe(1);
  });

  it("takes off an offset that Float32 could not hold", () => {
    const { center } = fitScaling(of(1.7e12, 1.7e12 + 1), "none");
    expect(Math.fround(scaled(1.7e12 + 1, center, 1, 1e30))).toBe(1);
  });

  it("is finite and keeps the order for all numbers there are", () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 12 });
    const rules = fc.constantFrom("standard" as const, "robust" as const, "min-max" as const, "none" as const);
    fc.assert(
      fc.property(values, rules, (list, rule) => {
        fc.pre(new Set(list.map((value) => value + 0)).size > 1);
        const { center, scale, limit } = fitScaling(Float64Array.from(list), rule);
        const prepared = list
          .toSorted((a, b) => a - b)
          .map((value) => Math.fround(scaled(value, center, scale, limit)));
        expect(prepared.every((value, i) => Number.isFinite(value) && (i === 0 || value >= prepared[i - 1]!))).toBe(
          true,
        );
      }),
      randomRuns(),
    );
  });
});

it("signedLog keeps zero, sign and order", () => {
  expect([-(Math.E - 1), 0, Math.E - 1].map(signedLog).map((value) => Math.round(value * 1e12) / 1e12)).toEqual([
    -1, 0, 1,
  ]);
});
