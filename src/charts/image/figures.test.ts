import { expect, it } from "vitest";
import { differenceOf, figuresOf, heatAt, ninthAt } from "./figures";

const map = { height: 2, width: 4, values: Float32Array.of(0, 1, 2, 3, 0, 0, 0, 9) };

it("finds the peak, where it lies, and how much of the image is above the threshold", () => {
  expect(figuresOf(map, 2)).toEqual({ peak: 9, x: 0.875, y: 0.75, above: 3 / 8 });
  expect(ninthAt({ x: 0.875, y: 0.75 })).toBe("end-end");
  expect(ninthAt({ x: 0.5, y: 0 })).toBe("start-middle");
});

it("reads the heat under a place, also on the very edge", () => {
  expect(heatAt(map, { x: 0.3, y: 0.1 })).toBe(1);
  expect(heatAt(map, { x: 1, y: 1 })).toBe(9);
});

it("tells images apart by their colours and not by how opaque they are", () => {
  expect([...differenceOf(Uint8ClampedArray.of(0, 0, 0, 255), Uint8ClampedArray.of(255, 255, 255, 0))]).toEqual([1]);
});
