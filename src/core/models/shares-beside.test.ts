import { expect, it } from "vitest";
import { numbers, words } from "../../testing/made-up-series";
import { columnReferenceOf } from "./column-reference";
import { sharesBeside } from "./shares-beside";

const rowsOf = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const steps = (count: number, from: number) => Array.from({ length: count }, (_, at) => from + at);

it("lays numbers beside each other in bins of both, tails in the last ones", () => {
  const before = columnReferenceOf(numbers("v", steps(100, 0)), rowsOf(100));
  const found = sharesBeside(before, numbers("v", [...steps(100, 100), 1e9, NaN]));
  expect(found?.before.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  expect(found?.now.slice(0, 7)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(found?.now.at(-1)).toBeGreaterThan(0);
});

it("names the levels that are frequent in either", () => {
  const before = columnReferenceOf(words("l", ["a", "a", "b", ""]), rowsOf(4));
  expect(sharesBeside(before, words("l", ["c", "c", "c", "a"]))).toEqual({
    levels: ["c", "a", "b"],
    before: [0, 2 / 3, 1 / 3],
    now: [0.75, 0.25, 0],
  });
});

it("is nothing of one value, or of none", () => {
  const before = columnReferenceOf(numbers("v", [3, 3]), rowsOf(2));
  expect(sharesBeside(before, numbers("v", [3, 3]))).toBeNull();
  expect(sharesBeside(before, numbers("v", [NaN]))).toBeNull();
});
