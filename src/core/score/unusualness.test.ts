import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { rankScores } from "./rank";
import { fitUnusualness, percentileOf, unusualnessOf } from "./unusualness";

const draw = normalDeviates(seededRandom(11));
const scores = Float64Array.from({ length: 4000 }, () => Math.exp(draw()));
const { sorted } = rankScores(scores);
const scale = fitUnusualness(sorted);

it("gives typical scores 0, rises with the score and stays below 100", () => {
  const median = sorted[2000]!; // 4000 scores
  expect(unusualnessOf(median, scale)).toBeLessThan(1);
  expect(unusualnessOf(0, scale)).toBe(0);
  expect(unusualnessOf(-5, scale)).toBe(0);
  const risen = [1, 2, 5, 10, 100].map((score) => unusualnessOf(score, scale));
  expect(risen).toEqual([...risen].sort((a, b) => a - b));
  expect(risen.at(-1)).toBeGreaterThan(95);
  expect(unusualnessOf(1e300, scale)).toBeLessThanOrEqual(100);
});

it("gives about a third of the rows above the median more than 68", () => {
  const above = scores.filter((score) => unusualnessOf(score, scale) > 68.27).length / scores.length;
  expect(above).toBeGreaterThan(0.1);
  expect(above).toBeLessThan(0.25);
});

it("does not depend on the unit or the zero of the scores", () => {
  const other = fitUnusualness(sorted.map((score) => 1000 * score - 7));
  for (const score of [0.5, 2, 9])
    expect(unusualnessOf(1000 * score - 7, other)).toBeCloseTo(unusualnessOf(score, scale), 3);
});

it("is not bent by a few enormous scores", () => {
  const withOutliers = fitUnusualness(Float64Array.of(1e12, 1e11, 1e10, ...sorted));
  expect(unusualnessOf(9, withOutliers)).toBeCloseTo(unusualnessOf(9, scale), 0);
});

it("falls back where most scores tie, and calls nothing unusual where all do", () => {
  const mostly = fitUnusualness(Float64Array.of(9, 5, ...new Float64Array(98).fill(1)));
  expect(unusualnessOf(1, mostly)).toBe(0);
  expect(unusualnessOf(9, mostly)).toBeGreaterThan(99);
  const constant = fitUnusualness(new Float64Array(20).fill(4));
  expect([4, 400].map((score) => unusualnessOf(score, constant))).toEqual([0, 0]);
  expect(unusualnessOf(3, fitUnusualness(new Float64Array(0)))).toBe(0);
});

it("counts the percent of scores at or below", () => {
  const four = Float64Array.of(4, 3, 3, 1);
  expect([0, 1, 3, 4, 9].map((score) => percentileOf(four, score))).toEqual([0, 25, 75, 100, 100]);
  expect(percentileOf(new Float64Array(0), 1)).toBe(0);
});
