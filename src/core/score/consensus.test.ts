import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomRuns } from "../../testing/random-runs";
import {
  consensusOf,
  consensusRules,
  explanationWeights,
  partsOf,
  rankShareOf,
  rankSharesOf,
  surpriseOf,
  memberScore,
  type Member,
} from "./consensus";
import { rankScores } from "./rank";

const memberOf = (scores: readonly number[], weight = 1): Member => ({
  ranking: rankScores(Float64Array.from(scores)),
  weight,
});
const strangestFirst = (scores: Float64Array) => [...rankScores(scores).order];

it("gives rows that tie the mean of their ranks, and rows without a score none", () => {
  const { ranking } = memberOf([5, 1, 5, NaN, 9]);
  expect([...rankSharesOf(ranking, 5)]).toEqual([0.5, 1 - 4 / 5, 0.5, NaN, 0.8]);
});

it("finds the rank of one score as that of all rows", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 60 }), (scores) => {
      const { ranking } = memberOf(scores);
      const all = rankSharesOf(ranking, scores.length);
      expect(scores.map((score) => rankShareOf(ranking.sorted, score))).toEqual([...all]);
      for (const rank of all) expect(Number.isFinite(surpriseOf(rank))).toBe(true);
    }),
    randomRuns(60, 1),
  );
});

it("puts first by the mean what most find strange, by the maximum what anyone finds strangest", () => {
  // Row 0 is the first of one member and nothing to the others; row 1 is second with all of them.
  const members = [memberOf([9, 8, 3, 2, 1, 0]), memberOf([0, 8, 9, 3, 2, 1]), memberOf([0, 8, 1, 9, 3, 2])];
  expect(strangestFirst(consensusOf(members, "mean", 6))[0]).toBe(1);
  expect(
    strangestFirst(consensusOf(members, "max", 6))
      .slice(0, 3)
      .sort(),
  ).toEqual([0, 2, 3]);
});

it.each(consensusRules)("ranks as its only member does, whatever the weight (%s)", (rule) => {
  const scores = [3, 1, 4, 1.5, 9, 2.6];
  const alone = consensusOf([memberOf(scores, 1e300), memberOf([6, 5, 4, 3, 2, 1], 0)], rule, 6);
  expect(strangestFirst(alone)).toEqual(strangestFirst(Float64Array.from(scores)));
});

it("leaves out rows that a member has not scored, unless that member does not count", () => {
  const members = [memberOf([1, 2, 3]), memberOf([1, NaN, 3], 0.5)];
  expect([...consensusOf(members, "mean", 3)].map(Number.isNaN)).toEqual([false, true, false]);
  expect([...consensusOf([members[0]!, { ...members[1]!, weight: 0 }], "max", 3)].map(Number.isNaN)).toEqual([
    false,
    false,
    false,
  ]);
});

it("counts members alike when every weight is 0 or none is a number", () => {
  const scores = [
    [1, 2, 3, 4],
    [4, 3, 1, 2],
  ];
  const alike = consensusOf(
    scores.map((one) => memberOf(one, 1)),
    "mean",
    4,
  );
  for (const weight of [0, NaN, -1])
    expect(
      consensusOf(
        scores.map((one) => memberOf(one, weight)),
        "mean",
        4,
      ),
    ).toEqual(alike);
});

it.each(consensusRules)("splits a row's score into its members' parts (%s)", (rule) => {
  const weights = [1, 0.25, 0];
  const given = [
    [1, 5, 3, 2],
    [8, 1, 4, 2],
    [1, 2, 3, 4],
  ];
  const members = given.map((scores, at) => memberOf(scores, weights[at]));
  const scores = consensusOf(members, rule, 4);
  for (let row = 0; row < 4; row++) {
    const memberScores = members.map(({ ranking }, at) => memberScore(ranking.sorted, rule)(given[at]![row]!));
    const parts = partsOf(memberScores, weights, rule);
    expect(parts[2]).toBe(0);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(scores[row]!, 12);
    const hearing = explanationWeights(memberScores, weights, rule);
    expect(hearing.every((one) => one >= 0) && hearing.some((one) => one > 0)).toBe(true);
  }
});

it("has nothing to say of no members or no rows", () => {
  expect([...consensusOf([], "mean", 2)]).toEqual([NaN, NaN]);
  expect(consensusOf([memberOf([]), memberOf([])], "max", 0)).toHaveLength(0);
});

describe("scaled", () => {
  const spread = [1, 2, 3, 4, 5];
  const memberScores = (scores: readonly number[]) =>
    scores.map(memberScore(memberOf(scores).ranking.sorted, "scaled"));

  it("counts robust standard deviations from the median, about evenly near it and ever less far away", () => {
    const [low, , usual, , high] = memberScores(spread);
    expect([low, usual]).toEqual([-high!, 0]);
    expect(Math.sinh(high!)).toBeCloseTo(2 / 1.4826, 10);
    expect(memberScores([1, 2, 3, 4, 3 + 1.4826e6])[4]).toBeCloseTo(Math.log(2e6), 6);
  });

  it("does not change with a member's unit and zero", () => {
    const scores = consensusOf([memberOf(spread), memberOf([3, 1, 2, 9, 4])], "scaled", 5);
    const other = consensusOf([memberOf(spread.map((one) => 40 * one - 7)), memberOf([3, 1, 2, 9, 4])], "scaled", 5);
    scores.forEach((score, row) => expect(other[row]).toBeCloseTo(score, 10));
  });

  it("hears a member that flags one of many steps, most of them alike", () => {
    const found = memberScores([...new Array<number>(999).fill(0), 1]);
    expect(found[999]).toBeGreaterThan(5);
    expect(found[0]).toBe(0);
  });

  it("does not hear scores that differ by their grain only", () => {
    expect(memberScores([0.5, 0.51, 0.5, 0.52, NaN])).toEqual([0, 0, 0, 0, NaN]);
    expect(memberScores([7, 7, 7])).toEqual([0, 0, 0]);
    expect(memberScores([0, 0])).toEqual([0, 0]);
    expect(memberScores([-0.5, -0.51, -0.5]).map(Math.abs)).toEqual([0, 0, 0]);
    expect(memberScores([0.1, 0.5, 0.5, 0.5, 0.53])).toEqual([0, 0, 0, 0, 0]);
    const alone = memberOf([1, 2, 3, 9]);
    const silent = memberOf([1, 1, 1, 1.04]);
    expect(strangestFirst(consensusOf([silent, alone], "scaled", 4))).toEqual([3, 2, 1, 0]);
  });

  it("hears all alike for a row that none finds strange", () => {
    expect(explanationWeights([-1, -2], [1, 3], "scaled")).toEqual([0.25, 0.75]);
    expect(explanationWeights([-1, 2], [1, 1], "scaled")).toEqual([0, 1]);
  });
});
