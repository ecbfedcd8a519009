import { expect, test } from "vitest";
import { seededRandom } from "../../../core/math/random";
import { cutPaste } from "./cut-paste";
import { moved, rotated, rotatedImages } from "./rotations";

/** 2 x 2 pixels of two channels. */
const image = Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40);

test("a quarter against the clock, and four of them are none", () => {
  expect([...rotated(image, 2, 1)]).toEqual([2, 20, 4, 40, 1, 10, 3, 30]);
  expect([...rotated(image, 2, 2)]).toEqual([4, 40, 3, 30, 2, 20, 1, 10]);
  expect(rotated(rotated(image, 2, 1), 2, 3)).toEqual(image);
  expect(rotated(image, 2, 4)).toEqual(image);
});

test("any stretch of the rotated images is that of the whole", () => {
  const values = Float32Array.from({ length: 24 }, (_, i) => i);
  const all = rotatedImages({ count: 3, width: 8, shape: [2, 2, 2], block: (from, to) => values.subarray(8 * from, 8 * to) }); // prettier-ignore
  const whole = all.block(0, 12);
  expect(all.count).toBe(12);
  expect(whole.subarray(8, 16)).toEqual(rotated(values.subarray(0, 8), 2, 1));
  expect(all.block(3, 9)).toEqual(whole.slice(24, 72));
});

test("a moved image repeats its edge", () => {
  expect([...moved(image, 2, 1, 0)]).toEqual([1, 10, 2, 20, 1, 10, 2, 20]);
  expect([...moved(image, 2, 0, -1)]).toEqual([2, 20, 2, 20, 4, 40, 4, 40]);
});

test.each(["block", "scar"] as const)(
  "a %s changes a part of the image, never leaves its range, and comes from chance alone",
  (piece) => {
    const random = seededRandom(3);
    const size = 40;
    const noise = Float32Array.from({ length: size * size * 3 }, random);
    const before = noise.slice();
    for (let round = 0; round < 50; round++) {
      const pasted = cutPaste(noise, size, piece, seededRandom(round));
      const changed = pasted.filter((value, i) => value !== noise[i]).length / pasted.length;
      expect(changed).toBeGreaterThan(0);
      expect(changed).toBeLessThan(piece === "block" ? 0.17 : 0.05);
      expect(pasted.every((value) => value >= 0 && value <= 1)).toBe(true);
      expect(cutPaste(noise, size, piece, seededRandom(round))).toEqual(pasted);
    }
    expect(noise).toEqual(before);
  },
);
