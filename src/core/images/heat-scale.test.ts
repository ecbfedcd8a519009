import { expect, it } from "vitest";
import { seededRandom } from "../math/random";
import { heatScaleOf } from "./heat-scale";

const random = seededRandom(3);
const calmMap = () => Float32Array.from({ length: 256 }, () => random());
const strangeMap = () => calmMap().map((value, at) => (at < 10 ? 5 : value));

it("leaves ordinary images calm and puts the contour between them and the strange ones", () => {
  const { calm, threshold, most } = heatScaleOf(
    Array.from({ length: 30 }, calmMap),
    Array.from({ length: 5 }, strangeMap),
  );
  expect(calm).toBeGreaterThan(0.97);
  expect(threshold).toBeGreaterThanOrEqual(calm);
  expect(threshold).toBeLessThan(1.1);
  expect(most).toBe(5);
});

it("has three ascending levels whatever there is", () => {
  for (const [ordinary, strange] of [
    [[], [strangeMap()]],
    [[calmMap()], []],
    [[new Float32Array(4)], [new Float32Array(4)]],
  ] as const) {
    const { calm, threshold, most } = heatScaleOf(ordinary, strange);
    expect(calm).toBeLessThan(threshold);
    expect(threshold).toBeLessThanOrEqual(most);
  }
});
