import { expect, it } from "vitest";
import { IGNORE_GRID } from "../../core/kinds/images-kind";
import { areaOfCells, brushed, cellsOfArea, withBorder, withRectangle } from "./ignored-area";

const none = areaOfCells([]);
const count = (area: Uint8Array) => area.reduce((sum, cell) => sum + cell, 0);

it("keeps cells in order and drops those that lie nowhere", () => {
  expect(cellsOfArea(areaOfCells([70, 3, -1, 5000]))).toEqual([3, 70]);
});

it("paints along a whole stroke, however far apart its ends are, and erases the same way", () => {
  const painted = brushed(none, { x: 0.1, y: 0.5 }, { x: 0.9, y: 0.5 }, 0.03, true);
  const row = Math.floor(0.5 * IGNORE_GRID);
  for (let column = 7; column < 57; column++) expect(painted[row * IGNORE_GRID + column]).toBe(1);
  expect(painted[(row + 6) * IGNORE_GRID + 30]).toBe(0);
  expect(count(brushed(painted, { x: 0, y: 0.5 }, { x: 1, y: 0.5 }, 0.05, false))).toBe(0);
  expect(count(none)).toBe(0);
});

it("paints the border on all four sides, and rectangles", () => {
  expect(count(withBorder(none, 0.25))).toBe((IGNORE_GRID * IGNORE_GRID * 3) / 4);
  const half = withRectangle(none, { left: 0, top: 0.5, width: 1, height: 0.5 }, true);
  expect(count(half)).toBe((IGNORE_GRID * IGNORE_GRID) / 2);
  expect(cellsOfArea(half)[0]).toBe((IGNORE_GRID * IGNORE_GRID) / 2);
});
