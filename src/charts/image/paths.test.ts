import { expect, it } from "vitest";
import { areaOf, outlineOf } from "./cells-path";
import { contourOf } from "./contour";

function pointsOf(path: string): number[][] {
  return path
    .split(/[ML]/)
    .filter((part) => part !== "")
    .map((part) => part.split(" ").map(Number));
}

it("draws the contour half way between a hot cell and its cold neighbours", () => {
  const values = Float32Array.of(0, 0, 0, 0, 2, 0, 0, 0, 0);
  const points = pointsOf(contourOf({ height: 3, width: 3, values }, 1));
  expect(points).toHaveLength(8);
  for (const [x = 0, y = 0] of points) expect(Math.abs(x - 50) + Math.abs(y - 50)).toBeCloseTo(50 / 3, 1);
});

it("closes the contour at the edge, and draws none where nothing crosses the level", () => {
  const hot = { height: 2, width: 2, values: Float32Array.of(5, 5, 5, 5) };
  const points = pointsOf(contourOf(hot, 1));
  expect(points.every(([x = -1, y = -1]) => [x, y].some((at) => at === 0 || at === 100))).toBe(true);
  // Every end of a line is the beginning of another.
  const ends = points.map((point) => point.join());
  expect(ends.every((end) => ends.filter((other) => other === end).length === 2)).toBe(true);
  expect(contourOf(hot, 9)).toBe("");
});

it("draws marked cells as runs, and the line around them once", () => {
  const cells = Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
  expect(areaOf(cells, 4)).toBe("M0 0h50v25h-50zM75 75h25v25h-25z");
  expect(outlineOf(cells, 4).match(/[hv]/g)).toHaveLength(8);
  expect(outlineOf(cells, 4)).toContain("M0 25h50");
});
