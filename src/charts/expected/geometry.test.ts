import { expect, it } from "vitest";
import { bandOutline, expectedScales } from "./geometry";

const values = {
  actual: Float64Array.of(9, 2, NaN, 4),
  expected: Float64Array.of(3, 1, 2, 5),
  low: Float64Array.of(2, 0, 1, 4),
  high: Float64Array.of(4, 2, 3, 6),
};

it("shows all points and the band, and passes over what is missing", () => {
  expect(expectedScales(values)).toMatchObject({ x: { min: 1, max: 5 }, y: { min: 0, max: 9 } });
});

it("goes along the band in the order of what was expected, and back", () => {
  const { x, y } = expectedScales(values);
  const outline = bandOutline(values, x, y);
  expect(outline.map(([across]) => across)).toEqual([0, 0.25, 0.5, 1, 1, 0.5, 0.25, 0]);
  expect(outline[0]?.[1]).toBe(0);
  expect(outline.at(-1)?.[1]).toBeCloseTo(2 / 9);
});
