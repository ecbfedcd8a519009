import { expect, it } from "vitest";
import { vusWindowOf } from "./vus-window";

const wave = (period: number, count = 2000): Float64Array =>
  Float64Array.from({ length: count }, (_, step) => Math.sin((2 * Math.PI * step) / period));

it("is the period of a wave that has one within reach", () => {
  expect(vusWindowOf(wave(24))).toBe(24);
  expect(vusWindowOf(wave(288))).toBe(288);
  expect(vusWindowOf(wave(390, 5000))).toBe(125);
});

it("is that of the reference code where nothing repeats", () => {
  for (const values of [[], [1], [1, 2, 3], new Float64Array(500), Float64Array.from({ length: 500 }, (_, i) => i)])
    expect(vusWindowOf(values)).toBe(125);
});
