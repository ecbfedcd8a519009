import { expect, test } from "vitest";
import { rateShareAt, type Schedule } from "./schedule";

const shares = (shape: Schedule["shape"], warmUp?: number) =>
  Array.from({ length: 5 }, (_, i) =>
    rateShareAt({ shape, end: 0.2, ...(warmUp === undefined ? {} : { warmUp }) }, i + 1, 5),
  );

test("a constant rate stays, the others go from the whole to the end's share", () => {
  expect(shares("constant")).toEqual([1, 1, 1, 1, 1]);
  expect(shares("drop")).toEqual([1, 1, 1, 0.2, 0.2]);
  const [cosine, linear] = [shares("cosine"), shares("linear")];
  for (const [i, share] of [1, 0.8, 0.6, 0.4, 0.2].entries()) expect(linear[i]).toBeCloseTo(share);
  for (const [i, share] of [1, 0.8828, 0.6, 0.3172, 0.2].entries()) expect(cosine[i]).toBeCloseTo(share, 4);
});

test("a warm-up rises first, and the way down begins after it", () => {
  const warmed = shares("linear", 2);
  for (const [i, share] of [1 / 3, 2 / 3, 1, 0.6, 0.2].entries()) expect(warmed[i]).toBeCloseTo(share);
});

test("one step, or a warm-up as long as the training, is no division by nothing", () => {
  expect(rateShareAt({ shape: "cosine", end: 0.1 }, 1, 1)).toBe(1);
  expect(rateShareAt({ shape: "linear", end: 0, warmUp: 5 }, 5, 5)).toBeCloseTo(5 / 6);
});
