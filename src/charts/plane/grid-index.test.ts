import { expect, it } from "vitest";
import { gridIndexOf, nearestPoint } from "./grid-index";

function wave(length: number, step: number): Float64Array {
  return Float64Array.from({ length }, (_, at) => (at * step) % 1);
}

it("finds what a search through all points finds", () => {
  const x = wave(3000, 0.754877666);
  const y = wave(3000, 0.569840291);
  const grid = gridIndexOf(x, y);
  for (let probe = 0; probe < 60; probe++) {
    const px = (probe * 0.37) % 1;
    const py = (probe * 0.71) % 1;
    let best = -1;
    let least = 0.02 ** 2;
    for (let at = 0; at < x.length; at++) {
      const distance = ((x[at] ?? 0) - px) ** 2 + ((y[at] ?? 0) - py) ** 2;
      if (distance < least) [best, least] = [at, distance];
    }
    expect(nearestPoint(grid, x, y, px, py, 0.02, 0.02, 0)).toBe(best);
  }
});

it("prefers flagged points, and the first of those that coincide", () => {
  const x = Float64Array.of(0.5, 0.501, 0.52, 0.5);
  const y = Float64Array.of(0.52, 0.5, 0.5, 0.52);
  const grid = gridIndexOf(x, y);
  expect(nearestPoint(grid, x, y, 0.501, 0.5, 0.05, 0.05, 0)).toBe(1);
  expect(nearestPoint(grid, x, y, 0.501, 0.5, 0.05, 0.05, 1)).toBe(0);
  expect(nearestPoint(grid, x, y, 0.5, 0.52, 0.05, 0.05, 0)).toBe(0);
});

it("leaves out missing points and answers none", () => {
  const x = Float64Array.of(NaN, 1);
  const y = Float64Array.of(0.5, 1);
  const grid = gridIndexOf(x, y);
  expect([...grid.items]).toEqual([1]);
  expect(nearestPoint(grid, x, y, 0.5, 0.5, 0.1, 0.1, 0)).toBe(-1);
  expect(nearestPoint(grid, x, y, 1, 1, 0.1, 0.1, 0)).toBe(1);
  expect(nearestPoint(gridIndexOf(new Float64Array(0), y), x, y, 0.5, 0.5, 1, 1, 0)).toBe(-1);
});
