import { describe, expect, it } from "vitest";
import { momentsOf } from "./moments";

describe("momentsOf", () => {
  it("divides by the count", () =>
    expect(momentsOf([2, 4, 4, 4, 5, 5, 7, 9])).toEqual({ mean: 5, sd: 2, min: 2, max: 9 }));

  it("keeps small spreads on large offsets", () => {
    const { mean, sd } = momentsOf([1.7e12 - 1, 1.7e12, 1.7e12 + 1]);
    expect(mean).toBe(1.7e12);
    expect(sd).toBeCloseTo(Math.sqrt(2 / 3), 12);
  });

  it.each([1e308, 1e-308, 5e-324])("survives values near %d", (unit) => {
    const { mean, sd } = momentsOf([-unit, unit, -unit, unit]);
    expect(mean).toBe(0);
    expect(sd / unit).toBeCloseTo(1, 12);
  });

  it("has no spread in a constant and is NaN without values", () => {
    expect(momentsOf([0.1, 0.1, 0.1]).sd).toBe(0);
    expect(momentsOf([]).mean).toBeNaN();
  });
});
