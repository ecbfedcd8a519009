import { describe, expect, it } from "vitest";
import { wholeView } from "../plane/view";
import { mapAxis, nextDrawn, rowsInBox } from "./geometry";
import { rgbOf, splat } from "./splat";

const rows = (count: number) => Uint32Array.from({ length: count }, (_, at) => at);

describe("mapAxis", () => {
  it("places numbers with a margin and drops what is not finite", () => {
    const { positions } = mapAxis(Float64Array.of(0, 5, 10, NaN, Infinity, -Infinity), "number", null, rows(6));
    expect(positions[0]).toBeGreaterThan(0.02);
    expect(positions[1]).toBeCloseTo(0.5);
    expect(positions[2]).toBeLessThan(0.98);
    expect([...positions.slice(3)]).toEqual([NaN, NaN, NaN]);
  });

  it.each([
    ["one point", [7]],
    ["equal values", [3, 3, 3]],
    ["huge values", [-1.7e308, 1.7e308]],
    ["tiny values", [1e-308, 2e-308]],
  ])("keeps %s in view", (_, values) => {
    for (const log of [true, false])
      for (const position of mapAxis(Float64Array.from(values), "number", null, rows(values.length), log).positions) {
        expect(position).toBeGreaterThan(0);
        expect(position).toBeLessThan(1);
      }
  });

  it("has nothing to place among missing values", () =>
    expect([...mapAxis(Float64Array.of(NaN, NaN), "number", null, rows(2)).positions]).toEqual([NaN, NaN]));

  it("bends the axis of a heavy tail, but not a time", () => {
    const values = Float64Array.from({ length: 400 }, (_, at) => (at === 0 ? 1e6 : at / 10));
    expect(mapAxis(values, "number", null, rows(400)).scale.kind).toBe("log");
    expect(mapAxis(values, "number", null, rows(400), false).scale.kind).toBe("linear");
    expect(mapAxis(values, "time", null, rows(400)).scale.kind).toBe("linear");
  });

  it("spreads the points of a level within its own band, always alike", () => {
    const codes = Float64Array.from({ length: 300 }, (_, at) => (at === 299 ? -1 : at % 3));
    const one = mapAxis(codes, "category", ["a", "b", "c"], rows(300)).positions;
    expect(one).toEqual(mapAxis(codes, "category", ["a", "b", "c"], rows(300)).positions);
    expect(one[299]).toBeNaN();
    const first = one.filter((_, at) => at % 3 === 0 && at < 299);
    expect(Math.min(...first)).toBeGreaterThan(0);
    expect(Math.max(...first)).toBeLessThan(1 / 3);
    expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(0.1);
  });
});

it("finds the rows of a box", () => {
  const x = Float64Array.of(0.1, 0.5, 0.9, NaN);
  const y = Float64Array.of(0.1, 0.5, 0.9, 0.5);
  const found = rowsInBox(Uint32Array.of(40, 30, 20, 10), x, y, { x0: 0.4, x1: 1, y0: 0, y1: 1 });
  expect([...found]).toEqual([30, 20]);
});

it("steps over points that cannot be drawn", () => {
  const x = Float64Array.of(NaN, 0.2, NaN, 0.4, 0.5);
  const y = Float64Array.of(0, 0, 0, 0, 0);
  expect(nextDrawn(x, y, 4, -1, 1)).toBe(1);
  expect(nextDrawn(x, y, 4, 1, 1)).toBe(3);
  expect(nextDrawn(x, y, 4, 3, 1)).toBe(-1);
  expect(nextDrawn(x, y, 4, -1, -1)).toBe(3);
});

describe("splat", () => {
  const paint = (x: number[], y: number[]) => {
    const pixels = new Uint8ClampedArray(20 * 10 * 4);
    splat(pixels, 20, 10, Float64Array.from(x), Float64Array.from(y), wholeView, 2, [1, 2, 3], 0.5);
    return (column: number, row: number) => [...pixels.slice((row * 20 + column) * 4, (row * 20 + column) * 4 + 4)];
  };
  it("paints a disc, upside up", () => {
    const at = paint([0.25], [0.8]);
    expect(at(5, 2)).toEqual([1, 2, 3, 128]);
    expect(at(5, 8)).toEqual([0, 0, 0, 0]);
    expect(at(9, 2)).toEqual([0, 0, 0, 0]);
  });
  it("grows denser where points coincide, and stays within the image", () => {
    expect(paint([0.25, 0.25], [0.8, 0.8])(5, 2)[3]).toBe(192);
    expect(paint([0, 1, NaN, 5], [0, 1, 0.5, 5])(0, 9)[3]).toBeGreaterThan(0);
  });
});

it("reads colours", () => {
  expect(rgbOf("#D55e00")).toEqual([213, 94, 0]);
  expect(rgbOf("#fff")).toEqual([255, 255, 255]);
  expect(rgbOf("rgb(1, 2, 3)")).toEqual([1, 2, 3]);
  expect(rgbOf("nonsense")).toEqual([128, 128, 128]);
});
