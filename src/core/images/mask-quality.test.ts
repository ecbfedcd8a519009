import { expect, it } from "vitest";
import { isPeakInMask, pixelAuc } from "./mask-quality";

const side = 40;
const at = (row: number, column: number) => row * side + column;
const mask = new Uint8Array(side * side);
mask[at(10, 10)] = 1;
const mapWithPeak = (row: number, column: number) => {
  const map = new Float32Array(side * side);
  map[at(row, column)] = 1;
  return map;
};

it("finds a peak in the mask widened by a twentieth of the side", () => {
  expect(isPeakInMask({ map: mapWithPeak(10, 12), mask }, side)).toBe(true);
  expect(isPeakInMask({ map: mapWithPeak(10, 13), mask }, side)).toBe(false);
  expect(isPeakInMask({ map: mapWithPeak(10, 10), mask: new Uint8Array(side * side) }, side)).toBe(false);
});

it("ranks the pixels of all maps together", () => {
  expect(pixelAuc([{ map: mapWithPeak(10, 10), mask }])).toBe(1);
  const calm = { map: new Float32Array(side * side), mask: new Uint8Array(side * side) };
  expect(pixelAuc([{ map: mapWithPeak(1, 1), mask }, calm])).toBeCloseTo(0.5, 2);
  expect(pixelAuc([calm])).toBeNaN();
});
