import { expect, it } from "vitest";
import { countFlagged, lineOf, linesOf, positionsIn, stepFrom } from "./gallery-lines";

const lines = linesOf(12, 4, 5);

it("gives the flagged images lines of their own, and a divider after them", () => {
  expect(lines).toMatchObject({ lines: 5, divider: 2 });
  expect([0, 1, 2, 3, 4].map((line) => positionsIn(lines, line))).toEqual([
    [0, 4],
    [4, 5],
    [5, 5],
    [5, 9],
    [9, 12],
  ]);
  expect([0, 4, 5, 11].map((position) => lineOf(lines, position))).toEqual([0, 1, 3, 4]);
  expect(linesOf(12, 4, null)).toMatchObject({ lines: 3, divider: -1 });
});

it("moves over the divider, to the same column or the last of a shorter line", () => {
  const from = (position: number, key: string) => stepFrom(lines, position, key, 2);
  expect(from(3, "ArrowDown")).toBe(4);
  expect(from(4, "ArrowDown")).toBe(5);
  expect(from(6, "ArrowUp")).toBe(4);
  expect(from(8, "ArrowDown")).toBe(11);
  expect(from(11, "ArrowDown")).toBe(11);
  expect(from(-1, "ArrowDown")).toBe(0);
  expect(from(0, "ArrowLeft")).toBe(0);
  expect(from(0, "PageDown")).toBe(5);
  expect(from(0, "End")).toBe(11);
  expect(from(0, "x")).toBeUndefined();
});

it("stays where nothing is flagged, everything is, or nothing is there", () => {
  expect(stepFrom(linesOf(3, 4, 0), 1, "ArrowUp", 1)).toBe(1);
  expect(stepFrom(linesOf(3, 4, 3), 1, "ArrowDown", 1)).toBe(1);
  expect(stepFrom(linesOf(0, 4, 0), -1, "End", 1)).toBeUndefined();
});

it("counts those at or above the threshold, rows without a score last", () => {
  const rows = Uint32Array.of(3, 1, 0, 2);
  const scores = Float64Array.of(1, 2, NaN, 5);
  expect([6, 5, 2, 0].map((threshold) => countFlagged(rows, scores, threshold))).toEqual([0, 1, 2, 3]);
});
