import { expect, it } from "vitest";
import { heatPixels, shareOf } from "./heat-colour";

const scale = { calm: 1, threshold: 3, most: 7 };

it("ties the scale to the threshold: calm is nothing, the threshold is the middle, above the most is the most", () => {
  expect([0, 1, 2, 3, 5, 7, 99, NaN].map((value) => shareOf(value, scale))).toEqual([0, 0, 0.25, 0.5, 0.75, 1, 1, 0]);
});

it("survives a scale without length", () => {
  expect(shareOf(2, { calm: 2, threshold: 2, most: 2 })).toBe(0);
  expect(shareOf(3, { calm: 2, threshold: 2, most: 2 })).toBe(1);
});

it("leaves a calm image as it is and grows ever lighter with the heat", () => {
  const over = heatPixels(Float32Array.of(0, 1, 3), scale, "clear");
  expect([over[3], over[7]]).toEqual([0, 0]);
  expect(over[11]).toBeGreaterThan(100);
  const alone = heatPixels(
    Float32Array.from({ length: 60 }, (_, at) => 1 + at / 10),
    scale,
    "opaque",
  );
  const lightness = Array.from({ length: 60 }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = alone.subarray(at * 4, at * 4 + 3);
    return 0.2126 * (red / 255) ** 2.2 + 0.7152 * (green / 255) ** 2.2 + 0.0722 * (blue / 255) ** 2.2;
  });
  expect(lightness.every((value, at) => at === 0 || value >= (lightness[at - 1] ?? 0))).toBe(true);
  expect(alone[3]).toBe(255);
});
