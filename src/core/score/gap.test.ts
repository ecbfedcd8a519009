import { describe, expect, it } from "vitest";
import { standsApart } from "./gap";

describe("a gap", () => {
  const sorted = Float64Array.of(90, 80, 12, 11, 10, 10, 9, 8, 8, 7);

  it("is where nothing lies below what is flagged", () => expect(standsApart(sorted, 2)).toBe(true));
  it("is none within what is flagged, or within what is not", () => {
    expect(standsApart(sorted, 1)).toBe(false);
    expect(standsApart(sorted, 3)).toBe(false);
  });
  it("is none where nothing or everything is flagged", () => {
    expect(standsApart(sorted, 0)).toBe(false);
    expect(standsApart(sorted, 10)).toBe(false);
  });
  it("does not hang on unit and zero", () => {
    const moved = sorted.map((score) => score / 1000 - 5);
    expect([1, 2, 3].map((count) => standsApart(moved, count))).toEqual([false, true, false]);
  });
  it("is none where all scores are alike", () => expect(standsApart(new Float64Array(20).fill(3), 4)).toBe(false));
});
