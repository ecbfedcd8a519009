import { describe, expect, it } from "vitest";
import { binBars, levelBars, shareOf } from "./geometry";

describe("binBars", () => {
  it("places bars by their borders, also uneven ones", () => {
    const bars = binBars({ edges: [0, 10, 40], counts: [4, 1] }, 0.01);
    expect(bars).toEqual([
      { x: 0, width: 0.25, height: 1, count: 4 },
      { x: 0.25, width: 0.75, height: 0.25, count: 1 },
    ]);
  });
  it("shows a single value in a million and keeps empty bins empty", () =>
    expect(binBars({ edges: [0, 1, 2, 3], counts: [1e6, 0, 1] }, 0.05).map((bar) => bar.height)).toEqual([1, 0, 0.05]));
  it("survives equal borders, no bins and the ends of the number range", () => {
    expect(binBars({ edges: [3, 3], counts: [7] }, 0.05)).toEqual([{ x: 0, width: 1, height: 1, count: 7 }]);
    expect(binBars({ edges: [], counts: [] }, 0.05)).toEqual([]);
    expect(binBars({ edges: [-1.7e308, 0, 1.7e308], counts: [1, 1] }, 0.05)[1]?.x).toBe(0.5);
  });
});

it("gives levels equal room and shows at most so many", () => {
  const bars = levelBars([{ count: 8 }, { count: 4 }, { count: 2 }], 2, 0.01);
  expect(bars.map(({ x, width, height }) => [x, width, height])).toEqual([
    [0, 0.5, 1],
    [0.5, 0.5, 0.5],
  ]);
});

it("keeps a marker inside", () =>
  expect([shareOf(-5, 0, 10), shareOf(5, 0, 10), shareOf(99, 0, 10)]).toEqual([0, 0.5, 1]));
