import { describe, expect, it } from "vitest";
import { countFlagged, thresholdAfterKey } from "./threshold-steps";

const sorted = Float64Array.of(9, 7, 7, 7, 4, 3, 1);

it("counts scores at or above the threshold", () => {
  expect([10, 9, 8, 7, 3.5, 1, 0].map((threshold) => countFlagged(sorted, threshold))).toEqual([0, 1, 1, 4, 5, 7, 7]);
  expect(countFlagged(new Float64Array(0), 3)).toBe(0);
});

describe("thresholdAfterKey", () => {
  const press = (threshold: number, key: string, shift = false) => thresholdAfterKey(sorted, threshold, key, shift);

  it("lets one more row in", () => {
    expect(press(7, "ArrowLeft")).toBe(4);
    expect(press(8.2, "ArrowDown")).toBe(7);
    expect(press(20, "ArrowLeft")).toBe(9);
    expect(press(1, "ArrowLeft")).toBe(1);
  });

  it("leaves one out, and all rows tied with it", () => {
    expect(press(3, "ArrowRight")).toBe(4);
    expect(press(4, "ArrowUp")).toBe(7);
    expect(press(7, "ArrowRight")).toBe(9);
  });

  it("stops at the strangest row", () => {
    expect(press(9, "ArrowRight")).toBe(9);
    expect(press(50, "ArrowRight")).toBe(9);
  });

  it("always moves when it can, however the ties lie", () => {
    const tied = Float64Array.of(5, 5, 5, 2, 2, 2, 2, 1);
    expect(thresholdAfterKey(tied, 2, "ArrowRight", false)).toBe(5);
    expect(thresholdAfterKey(tied, 1, "PageUp", false)).toBe(2);
  });

  it("takes bigger steps with Shift and the page keys", () => {
    const many = Float64Array.from({ length: 1000 }, (_, at) => 1000 - at);
    expect(thresholdAfterKey(many, 900, "ArrowRight", true)).toBe(910);
    expect(thresholdAfterKey(many, 900, "PageDown", false)).toBe(850);
    expect(thresholdAfterKey(many, 900, "Home", false)).toBe(1);
    expect(thresholdAfterKey(many, 900, "End", false)).toBe(1000);
  });

  it("leaves other keys alone", () => {
    expect(press(7, "a")).toBeNull();
    expect(thresholdAfterKey(new Float64Array(0), 7, "ArrowLeft", false)).toBeNull();
  });
});
