import { describe, expect, it } from "vitest";
import { spreadApart } from "./spread";

describe("spreadApart", () => {
  it("leaves what already stands apart", () => expect(spreadApart([10, 60, 90], 20, 0, 100)).toEqual([10, 60, 90]));
  it("moves neighbours evenly apart", () => expect(spreadApart([50, 50], 20, 0, 100)).toEqual([40, 60]));
  it.each([
    [[0, 0, 0, 0, 0]],
    [[100, 100, 100, 100, 100]],
    [[97, 98, 99, 99.5, 100]],
    [[0, 1, 50, 51, 100]],
    [[3, 40, 41, 42, 43]],
  ])("keeps %j apart and inside", (wanted) => {
    const places = spreadApart(wanted, 20, 0, 100);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(-1e-9);
    expect(Math.max(...places)).toBeLessThanOrEqual(100 + 1e-9);
    places.slice(1).forEach((place, at) => expect(place - (places[at] ?? 0)).toBeGreaterThanOrEqual(20 - 1e-9));
  });
  it("shrinks the gap where there is no room", () => expect(spreadApart([5, 5, 5], 40, 0, 20)).toEqual([0, 10, 20]));
  it("takes nothing and one", () => {
    expect(spreadApart([], 20, 0, 100)).toEqual([]);
    expect(spreadApart([130], 20, 0, 100)).toEqual([100]);
  });
});
