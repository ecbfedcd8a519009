import { expect, it } from "vitest";
import { exclusiveParts, overlapOf, rankCorrelation, votesByRow } from "./agreement";
import { rankSharesOf } from "./consensus";
import { rankScores } from "./rank";

const ranks = (...scores: number[]) => rankSharesOf(rankScores(Float64Array.from(scores)), scores.length);
const rows = (...list: number[]) => Uint32Array.from(list);

it("correlates ranks, not values", () => {
  expect(rankCorrelation(ranks(1, 2, 3, 4), ranks(1, 10, 1000, 1e9))).toBeCloseTo(1, 12);
  expect(rankCorrelation(ranks(1, 2, 3, 4), ranks(4, 3, 2, 1))).toBeCloseTo(-1, 12);
  // Spearman's own formula, 1 - 6 sum d^2 / (n (n^2 - 1)), holds without ties: d = 1, 1, 1, -3, 0.
  expect(rankCorrelation(ranks(1, 2, 3, 4, 5), ranks(2, 3, 4, 1, 5))).toBeCloseTo(1 - (6 * 12) / (5 * 24), 12);
});

it("averages ties and leaves out rows that one has not scored", () => {
  // scipy.stats.spearmanr([1, 2, 2, 3], [1, 3, 2, 4]).statistic
  expect(rankCorrelation(ranks(1, 2, 2, 3), ranks(1, 3, 2, 4))).toBeCloseTo(0.9486832980505138, 12);
  expect(rankCorrelation(ranks(1, 2, 3, 7), ranks(1, 2, 3, NaN))).toBeCloseTo(1, 12);
});

it("finds no correlation where one tells nothing apart", () => {
  expect(rankCorrelation(ranks(5, 5, 5), ranks(1, 2, 3))).toBe(0);
  expect(rankCorrelation(ranks(), ranks())).toBe(0);
  expect(rankCorrelation(ranks(1, NaN), ranks(NaN, 1))).toBe(0);
});

it("splits the rows by the sets that hold them, the largest part first", () => {
  const { parts, rows: all } = exclusiveParts([rows(5, 1, 2), rows(1, 2, 7), rows(), rows(2)], 8);
  expect(parts.map(({ members, count }) => [members, count])).toEqual([
    [[0], 1],
    [[1], 1],
    [[0, 1], 1],
    [[0, 1, 3], 1],
  ]);
  expect([...all]).toEqual([5, 7, 1, 2]);
  expect(exclusiveParts([], 3)).toEqual({ parts: [], rows: new Uint32Array(0) });
});

it("keeps the rows of a part in the order of the first set that holds them", () => {
  const { parts, rows: all } = exclusiveParts([rows(9, 4, 2), rows(2, 6, 4, 9)], 10);
  expect(parts).toEqual([
    { members: [0, 1], count: 3 },
    { members: [1], count: 1 },
  ]);
  expect([...all]).toEqual([9, 4, 2, 6]);
});

it("tells the last of 32 sets from the others", () => {
  const sets = Array.from({ length: 33 }, (_, at) => (at >= 31 ? rows(3) : rows()));
  expect(exclusiveParts(sets, 4).parts.map(({ members }) => members)).toEqual([[31]]);
});

it("measures overlap and counts votes", () => {
  const overlap = (...sets: Uint32Array[]) => overlapOf(exclusiveParts(sets, 5).parts, 0, 1);
  expect(overlap(rows(1, 2, 3), rows(2, 3, 4), rows(0, 2))).toBe(0.5);
  expect(overlap(rows(), rows(), rows(1))).toBe(1);
  expect(overlap(rows(1), rows())).toBe(0);
  expect([...votesByRow([rows(0, 2), rows(2)], 4)]).toEqual([1, 0, 2, 0]);
});
