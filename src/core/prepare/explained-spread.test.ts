import { describe, expect, it } from "vitest";
import { normalDeviates, seededRandom } from "../math/random";
import { explainedSpread } from "./explained-spread";

/** So many groups of so many values each, group g around `centre(g)` with a spread of 1. */
function groupsOf(count: number, rows: number, centre: (group: number) => number, seed = 1): number[][] {
  const normal = normalDeviates(seededRandom(seed));
  return Array.from({ length: count }, (_, group) => Array.from({ length: rows }, () => centre(group) + normal()));
}

describe("the share of the spread that groups explain", () => {
  it("is nearly all where groups lie apart", () => {
    expect(explainedSpread(groupsOf(6, 30, (group) => 20 * group))).toBeGreaterThan(0.95);
  });

  it.each([2, 5, 50])("is about none of noise, also of %i groups", (count) => {
    for (let seed = 1; seed <= 20; seed++)
      expect(explainedSpread(groupsOf(count, 20, () => 0, seed))).toBeLessThan(0.25);
    const mean = Array.from({ length: 20 }, (_, seed) => explainedSpread(groupsOf(count, 20, () => 0, seed)) ?? 1);
    expect(mean.reduce((sum, share) => sum + share, 0) / 20).toBeLessThan(0.05);
  });

  it("does not hang on a few huge values", () => {
    const groups = groupsOf(6, 30, (group) => 20 * group);
    const before = explainedSpread(groups) ?? 0;
    const withHuge = groups.map((values, group) => (group < 3 ? [...values.slice(1), 1e9] : values));
    expect(explainedSpread(withHuge)).toBeGreaterThan(before - 0.15);
  });

  it("is the same of any scale that keeps the order", () => {
    const groups = groupsOf(4, 30, (group) => group);
    const grown = groups.map((values) => values.map((value) => Math.exp(3 * value)));
    expect(explainedSpread(grown)).toBeCloseTo(explainedSpread(groups) ?? NaN, 12);
  });

  it("leaves out what is missing", () => {
    const groups = groupsOf(4, 30, (group) => group);
    expect(explainedSpread([...groups.map((values) => [...values, NaN]), [NaN], []])).toBe(explainedSpread(groups));
  });

  it.each([
    ["one group", groupsOf(1, 30, () => 0)],
    ["nothing", []],
    ["one value", [Array<number>(30).fill(3), Array<number>(30).fill(3)]],
    ["codes of the groups", [Array<number>(30).fill(3), Array<number>(30).fill(4)]],
    ["codes with a slip", [[5, ...Array<number>(30).fill(3)], Array<number>(30).fill(4)]],
    ["groups of a row each", [[1], [2], [3]]],
  ])("is not told of %s", (_, groups) => expect(explainedSpread(groups)).toBeNull());
});
