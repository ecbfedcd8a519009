import { describe, expect, it } from "vitest";
import { linearScale, logScale, positionOf, valueAt, zoomed } from "./scale";

describe("scales", () => {
  it.each([
    ["linear", linearScale(-3, 7), [-3, 0, 2.5, 7]],
    ["log", logScale(0, 1e6, 0, 1), [0, 1, 30, 5000, 1e6]],
    ["log on both sides", logScale(-1e4, 1e4, 0, 2), [-1e4, -5, 0, 3, 1e4]],
    ["log from an origin", logScale(0.3, 0.9, 0.3, 0.01), [0.3, 0.31, 0.5, 0.9]],
    ["the widest linear one", linearScale(-1.7e308, 1.7e308), [-1.7e308, 0, 1e308, 1.7e308]],
    ["the widest log one", logScale(0, 1.7e308, 0, 1e-300), [0, 1e-300, 1, 1e300]],
  ])("%s: there and back", (_, scale, values) => {
    const grain = scale.kind === "log" ? scale.unit : scale.max / 2 - scale.min / 2;
    for (const value of values) {
      const position = positionOf(scale, value);
      expect(position).toBeGreaterThanOrEqual(-1e-12);
      expect(position).toBeLessThanOrEqual(1 + 1e-12);
      const back = valueAt(scale, position);
      expect(Math.abs(back - value)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(value), grain));
    }
  });

  it("puts a single value in the middle", () => {
    expect(positionOf(linearScale(4, 4), 4)).toBeCloseTo(0.5);
    expect(positionOf(linearScale(0, 0), 0)).toBeCloseTo(0.5);
    expect(Number.isFinite(positionOf(linearScale(Number.MAX_VALUE, Number.MAX_VALUE), 1e308))).toBe(true);
  });

  it("survives having no data", () => expect(linearScale(Infinity, -Infinity)).toEqual(linearScale(0, 1)));

  it("opens up the small values of a heavy tail", () => {
    const scale = logScale(0, 1e6, 0, 1);
    expect(positionOf(scale, 10)).toBeGreaterThan(0.15);
    expect(positionOf(linearScale(0, 1e6), 10)).toBeLessThan(0.001);
  });

  it("zooms without changing its shape", () => {
    const scale = logScale(0, 1e6, 0, 1);
    const part = zoomed(scale, 0.25, 0.5);
    expect(positionOf(part, valueAt(scale, 0.375))).toBeCloseTo(0.5, 9);
  });

  it("keeps NaN missing", () => expect(positionOf(linearScale(0, 1), NaN)).toBeNaN());
});
