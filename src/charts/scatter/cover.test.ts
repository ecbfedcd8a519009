import { describe, expect, it } from "vitest";
import { wholeView } from "../plane/view";
import { coverColours, coverOf, paintCover, uncovered } from "./cover";

const red = [255, 0, 0] as const;
const blue = [0, 0, 255] as const;
const white = [255, 255, 255] as const;

function paint(flagged: number) {
  const cover = coverOf(Float64Array.of(0.5, 0.6, NaN), Float64Array.of(0.5, 0.5, 0.5), wholeView, 40, 20, 4, 1);
  const pixels = new Uint8ClampedArray(40 * 20 * 4);
  paintCover(
    cover,
    coverColours(cover, (point) => (point === 0 ? red : blue), white),
    flagged,
    pixels,
  );
  return {
    cover,
    at: (column: number, row: number) => [...pixels.slice((row * 40 + column) * 4, (row * 40 + column) * 4 + 4)],
  };
}

describe("cover", () => {
  it("keeps the strangest on top, whatever the threshold", () => {
    const { at } = paint(2);
    expect(at(20, 10)).toEqual([255, 0, 0, 255]);
    expect(at(22, 10).slice(0, 3)).not.toEqual([0, 0, 255]);
    expect(at(26, 10)).toEqual([0, 0, 255, 255]);
  });

  it("shows only flagged points, and none for none", () => {
    expect(paint(1).at(26, 10)).toEqual([0, 0, 0, 0]);
    expect(paint(1).at(20, 10)).toEqual([255, 0, 0, 255]);
    expect(paint(0).at(20, 10)).toEqual([0, 0, 0, 0]);
  });

  it("draws diamonds: the corners of their square stay free", () => {
    const { cover } = paint(0);
    expect(cover.points[10 * 40 + 17]).toBe(0);
    expect(cover.points[6 * 40 + 17]).toBe(uncovered);
  });

  it("does not wrap marks around the border of the image", () => {
    const cover = coverOf(Float64Array.of(0, 1), Float64Array.of(0.5, 0.5), wholeView, 40, 20, 4, 1);
    expect(cover.points[10 * 40]).toBe(0);
    expect(cover.points[10 * 40 + 39]).toBe(1);
    expect(cover.points[9 * 40 + 39]).toBe(1);
    expect(cover.points[11 * 40]).toBe(0);
  });
});
