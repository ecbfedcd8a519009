import { describe, expect, it } from "vitest";
import { squareOf, type Pixels } from "./square";

function pixelsOf(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
): Pixels {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba.set([...colour(x, y), 255], 4 * (y * width + x));
  return { width, height, rgba };
}

describe("an image made square", () => {
  it("stays as it is at its own size", () => {
    const image = pixelsOf(4, 4, (x, y) => [10 * x, 10 * y, 7]);
    const seen = squareOf(image, { size: 4, colour: "colour", fit: "stretch" });
    expect([...seen.subarray(0, 6)]).toEqual([0, 0, 7, 10, 0, 7]);
  });

  it("is averaged over areas: stripes of one pixel become grey, at any ratio", () => {
    const stripes = pixelsOf(60, 60, (x) => (x % 2 === 0 ? [255, 255, 255] : [0, 0, 0]));
    const halved = squareOf(stripes, { size: 30, colour: "grey", fit: "stretch" });
    expect(new Set(halved)).toEqual(new Set([128]));
    const seventh = squareOf(stripes, { size: 28, colour: "grey", fit: "stretch" });
    expect(Math.abs(seventh.reduce((sum, one) => sum + one, 0) / seventh.length - 127.5)).toBeLessThan(1);
  });

  it("is interpolated when made larger, one pixel included", () => {
    const ramp = squareOf(
      pixelsOf(2, 1, (x) => [200 * x, 200 * x, 200 * x]),
      { size: 8, colour: "grey", fit: "stretch" },
    );
    expect([...ramp.subarray(0, 8)]).toEqual([...ramp.subarray(0, 8)].sort((a, b) => a - b));
    expect([ramp[0], ramp[7]]).toEqual([0, 200]);
    expect(
      new Set(
        squareOf(
          pixelsOf(1, 1, () => [9, 9, 9]),
          { size: 28, colour: "grey", fit: "pad" },
        ),
      ),
    ).toEqual(new Set([9]));
  });

  it("crops the middle", () => {
    const image = pixelsOf(30, 10, (x) => (x >= 10 && x < 20 ? [255, 0, 0] : [0, 0, 255]));
    const seen = squareOf(image, { size: 10, colour: "colour", fit: "crop" });
    expect([...seen].filter((_, at) => at % 3 === 0).every((red) => red === 255)).toBe(true);
  });

  it("pads with its own edge colour, or with what is asked for", () => {
    const image = pixelsOf(20, 10, (x, y) => (x > 0 && x < 19 && y > 0 && y < 9 ? [0, 0, 0] : [100, 50, 20]));
    const seen = squareOf(image, { size: 20, colour: "colour", fit: "pad" });
    expect([...seen.subarray(0, 3)]).toEqual([100, 50, 20]);
    expect(seen[3 * (10 * 20 + 10)]).toBe(0);
    expect(squareOf(image, { size: 20, colour: "grey", fit: "pad" }, 0)[0]).toBe(0);
  });

  it("weighs colours by Rec. 601", () => {
    const grey = squareOf(
      pixelsOf(2, 2, () => [255, 0, 0]),
      { size: 2, colour: "grey", fit: "stretch" },
    );
    expect(grey[0]).toBe(76);
  });
});
