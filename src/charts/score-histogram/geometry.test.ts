import { describe, expect, it } from "vitest";
import { scoreScale } from "../axis/score-scale";
import { barHeights, barsPath, binCountFor, binScores, countScale, gapsPath, stepPoints } from "./geometry";

const totalOf = (bins: readonly { count: number }[]) => bins.reduce((sum, bin) => sum + bin.count, 0);

describe("binScores", () => {
  it("puts every score into the bin that holds it", () => {
    const sorted = Float64Array.of(10, 9.99, 5, 5, 4.999, 0);
    const bins = binScores(sorted, scoreScale(sorted, false), 4);
    expect(bins.map((bin) => bin.count)).toEqual([1, 1, 2, 2]);
    expect(bins[1]).toMatchObject({ from: 2.5, to: 5 });
  });

  it.each([
    ["nothing", []],
    ["one score", [4]],
    ["equal scores", [1, 1, 1]],
    ["a heavy tail", [1e300, 3, 2, 1, 0.5, 0.1, 0]],
    ["negative scores", [-1, -2, -400]],
  ])("loses none of %s", (_, scores) => {
    const sorted = Float64Array.from(scores);
    for (const log of [true, false])
      expect(totalOf(binScores(sorted, scoreScale(sorted, log), 80))).toBe(scores.length);
  });

  it("agrees with counting one by one", () => {
    const sorted = Float64Array.from({ length: 5000 }, (_, at) => Math.exp(Math.sin(at * 12.9898) * 5))
      .sort()
      .reverse();
    const bins = binScores(sorted, scoreScale(sorted, true), 60);
    bins.forEach((bin, at) => {
      const last = at === bins.length - 1;
      const first = at === 0;
      const inside = [...sorted].filter((s) => (first || s >= bin.from) && (last || s < bin.to)).length;
      expect(bin.count).toBe(inside);
    });
  });
});

describe("bars", () => {
  const bins = [900, 90, 0, 1].map((count, at) => ({ from: at, to: at + 1, count }));
  it("shows a single row beside a thousand", () => {
    const heights = barHeights(bins, countScale(bins, false), 0.01);
    expect(heights).toEqual([1, 0.1, 0, 0.01]);
  });
  it("lifts small counts on a log scale and keeps nothing at nothing", () => {
    const [, ninety = 0, none, one = 0] = barHeights(bins, countScale(bins, true), 0.01);
    expect(ninety).toBeGreaterThan(0.6);
    expect(none).toBe(0);
    expect(one).toBeCloseTo(Math.log(2) / Math.log(901));
  });
  it("survives empty bins only", () =>
    expect(barHeights([{ from: 0, to: 1, count: 0 }], countScale([], false), 0.1)).toEqual([0]));
  it("steps and paths lie where the plot is", () => {
    expect(stepPoints([0.5, 1])).toEqual([
      { x: 0, y: 0.5 },
      { x: 0.5, y: 1 },
      { x: 1, y: 1 },
    ]);
    expect(barsPath([0.5, 0, 1], 10, 110, 90, 100)).toBe("M10 110V60H40V110ZM70 110V10H100V110Z");
    expect(gapsPath([0.5, 0, 0], 10, 110, 90, 100)).toBe("M40 110v-50");
  });
  it("has fewer bins where there is less room", () => expect([100, 400, 2000].map(binCountFor)).toEqual([20, 50, 80]));
});
