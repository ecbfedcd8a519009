import { describe, expect, it } from "vitest";
import { rowsByGroup } from "./group-rows";
import { timeGapsOf } from "./time-gaps";

const seconds = (gaps: Float64Array) =>
  Array.from(gaps, (gap) => (Number.isNaN(gap) ? null : Math.round(Math.expm1(gap))));

describe("timeGapsOf", () => {
  it("looks back in time, not in the file", () => {
    const times = Float64Array.of(60_000, 0, 10_000, NaN, 10_000, Infinity);
    expect(seconds(timeGapsOf(times, null))).toEqual([50, null, 10, null, 0, null]);
  });

  it("looks back within the group", () => {
    const times = Float64Array.of(0, 5000, 10_000, 20_000, 21_000);
    const groups = rowsByGroup(Uint32Array.of(0, 1, 2, 3, 4), Int32Array.of(0, 1, 0, 1, -1), 2);
    expect(seconds(timeGapsOf(times, groups))).toEqual([null, null, 10, 15, null]);
  });
});
