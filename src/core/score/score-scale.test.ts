import { expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { rankScores } from "./rank";
import { fitScoreScale, percentileOf, scoreOutOf100 } from "./score-scale";

const draw = normalDeviates(seededRandom(11));
const scores = Float64Array.from({ length: 4000 }, () => Math.exp(draw()));
const { sorted } = rankScores(scores);
const scale = fitScoreScale(sorted);

it("gives typical scores 0, rises with the score and stays below 100", () => {
  const median = sorted[2000]!; // 4000 scores
  expect(scoreOutOf100(median, scale)).toBeLessThan(1);
  expect(scoreOutOf100(0, scale)).toBe(0);
  expect(scoreOutOf100(-5, scale)).toBe(0);
  const risen = [1, 2, 5, 10, 100].map((score) => scoreOutOf100(score, scale));
  expect(risen).toEqual([...risen].sort((a, b) => a - b));
  expect(risen.at(-1)).toBeGreaterThan(95);
  expect(scoreOutOf100(1e300, scale)).toBeLessThanOrEqual(100);
});

it("gives about a third of the rows above the median more than 68", () => {
  const above = scores.filter((score) => scoreOutOf100(score, scale) > 68.27).length / scores.length;
  expect(above).toBeGreaterThan(0.1);
  expect(above).toBeLessThan(0.25);
});

it("does not depend on the unit or the zero of the scores", () => {
  const other = fitScoreScale(sorted.map((score) => 1000 * score - 7));
  for (const score of [0.5, 2, 9])
    expect(scoreOutOf100(1000 * score - 7, other)).toBeCloseTo(scoreOutOf100(score, scale), 3);
});

it("tells far scores apart, though each is far beyond the usual ones", () => {
  const read = [20, 50, 200, 1000, 10_000, 1e6].map((score) => scoreOutOf100(score, scale).toFixed(1));
  expect(new Set(read).size).toBe(read.length);
  expect(read).not.toContain("100.0");
});

it("is not bent by a few enormous scores", () => {
  const withOutliers = fitScoreScale(Float64Array.of(1e12, 1e11, 1e10, ...sorted));
  expect(scoreOutOf100(9, withOutliers)).toBeCloseTo(scoreOutOf100(9, scale), 0);
});

it("falls back where most scores tie, and calls nothing unusual where all do", () => {
  const mostly = fitScoreScale(Float64Array.of(9, 5, ...new Float64Array(98).fill(1)));
  expect(scoreOutOf100(1, mostly)).toBe(0);
  expect(scoreOutOf100(9, mostly)).toBeGreaterThan(99);
  const constant = fitScoreScale(new Float64Array(20).fill(4));
  expect([4, 400].map((score) => scoreOutOf100(score, constant))).toEqual([0, 0]);
  expect(scoreOutOf100(3, fitScoreScale(new Float64Array(0)))).toBe(0);
});

it("counts the percent of scores below", () => {
  const four = Float64Array.of(4, 3, 3, 1);
  expect([0, 1, 3, 4, 9].map((score) => percentileOf(four, score))).toEqual([0, 0, 25, 75, 100]);
  expect(percentileOf(new Float64Array(0), 1)).toBe(0);
});
