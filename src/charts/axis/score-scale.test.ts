import { describe, expect, it } from "vitest";
import { positionOf } from "./scale";
import { isHeavyTailed, scoreScale } from "./score-scale";

const even = Float64Array.from({ length: 1000 }, (_, at) => 1 - at / 1000);
const tailed = Float64Array.from({ length: 1000 }, (_, at) => (at < 3 ? 1e6 / (at + 1) : 1 - at / 1000));

describe("scoreScale", () => {
  it("is straight for even scores and bends for a heavy tail", () => {
    expect([isHeavyTailed(even), isHeavyTailed(tailed)]).toEqual([false, true]);
    expect([scoreScale(even).kind, scoreScale(tailed).kind]).toEqual(["linear", "log"]);
  });
  it("follows a wish", () =>
    expect([scoreScale(even, true).kind, scoreScale(tailed, false).kind]).toEqual(["log", "linear"]));
  it("gives ordinary scores room under a heavy tail", () =>
    expect(positionOf(scoreScale(tailed), 0.5)).toBeGreaterThan(0.03));
  it.each([
    ["none", []],
    ["one", [3]],
    ["all equal", [2, 2, 2]],
    ["one stranger among equals", [7, 2, 2, 2]],
    ["the ends of the number range", [1.7e308, 1, -1.7e308]],
  ])("is usable for %s", (_, scores) => {
    for (const log of [true, false]) {
      const scale = scoreScale(Float64Array.from(scores), log);
      for (const score of scores) {
        expect(positionOf(scale, score)).toBeGreaterThanOrEqual(0);
        expect(positionOf(scale, score)).toBeLessThanOrEqual(1);
      }
    }
  });
});
