import { expect, test } from "vitest";
import { normalDeviates, seededRandom } from "../../../core/math/random";
import { distanceOf, whiteningOf } from "./whitening";

test("distances count along the narrow direction of a cloud, hardly along the wide one", () => {
  const normal = normalDeviates(seededRandom(1));
  const cloud = Array.from({ length: 500 }, () => {
    const [along, across] = [3 * normal(), normal()];
    return Float64Array.of(1 + along + across, 1 + along - across);
  });
  const whitening = whiteningOf(cloud);
  const [along, across] = [Float64Array.of(4, 4), Float64Array.of(4, -2)].map((one) => distanceOf(one, whitening));
  expect(along!).toBeLessThan(1.2);
  expect(across!).toBeGreaterThan(2);
  expect(distanceOf(whitening.middle, whitening)).toBe(0);
});

test("one sample of many numbers, or none that differ, still give a number", () => {
  const whitening = whiteningOf([new Float64Array(20).fill(2)]);
  expect(Number.isFinite(distanceOf(new Float64Array(20), whitening))).toBe(true);
});
