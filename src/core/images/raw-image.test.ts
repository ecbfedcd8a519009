import { expect, it } from "vitest";
import { rawAsPixels, turned } from "./raw-image";
import { windowOf } from "./value-window";

const plain = { width: 2, height: 1, perPixel: 1, isColour: false, isInverted: false, cover: null };
const reds = (rgba: Uint8ClampedArray) => [...rgba.filter((_, at) => at % 4 === 0)];

it("draws values through a window, what lies beyond as black or white, and what is none as black", () => {
  const see = (values: readonly number[]) => reds(rawAsPixels({ ...plain, values }, { low: 100, high: 355 }).rgba);
  expect(see([110, 355])).toEqual([10, 255]);
  expect(see([-5, 1e9])).toEqual([0, 255]);
  expect(see([NaN, Infinity])).toEqual([0, 255]);
});

it("draws the lowest as white where the file says so, and transparency over white", () => {
  const window = { low: 0, high: 255 };
  expect(reds(rawAsPixels({ ...plain, isInverted: true, values: [0, 200] }, window).rgba)).toEqual([255, 55]);
  const cover = { at: 1, full: 100, isDimmed: false };
  const half = rawAsPixels({ ...plain, perPixel: 2, cover, values: [100, 50, 100, 0] }, window);
  expect(reds(half.rgba)).toEqual([178, 255]);
  const dimmed = { ...plain, perPixel: 2, cover: { ...cover, isDimmed: true }, values: [50, 50, 0, 0] };
  expect(reds(rawAsPixels(dimmed, window).rgba)).toEqual([178, 255]);
});

it("turns as the eight orientations say", () => {
  // a b c
  // d e f
  const pixels = rawAsPixels({ ...plain, width: 3, height: 2, values: [1, 2, 3, 4, 5, 6] }, { low: 0, high: 255 });
  const look = (orientation: number) => {
    const { width, rgba } = turned(pixels, orientation);
    return [width, reds(rgba).join("")];
  };
  const found = [1, 2, 3, 4, 5, 6, 7, 8].map(look);
  const upright = [[3, "123456"], [3, "321654"], [3, "654321"], [3, "456123"]]; // prettier-ignore
  expect(found).toEqual([...upright, [2, "142536"], [2, "415263"], [2, "635241"], [2, "362514"]]);
  expect(look(99)).toEqual([3, "123456"]);
});

it("takes the 2nd to the 98th percentile, and all there is where these are one value", () => {
  expect(windowOf(Float64Array.from({ length: 101 }, (_, at) => 100 - at))).toEqual({ low: 2, high: 98 });
  const nearlyOne = Float64Array.from({ length: 200 }, (_, at) => (at === 0 ? 9 : 4));
  expect(windowOf(nearlyOne)).toEqual({ low: 4, high: 9 });
  expect(windowOf(Float64Array.of(7, 7, NaN))).toEqual({ low: 7, high: 8 });
  expect(windowOf(new Float64Array())).toEqual({ low: 0, high: 1 });
});
