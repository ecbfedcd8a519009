import { expect, it } from "vitest";
import { correlationPath, shownLags, windowAfterKey } from "./autocorrelation-geometry";

it("shows a few periods and the whole window, and no lag that is not known", () => {
  expect(shownLags(5000, 72, 48)).toBe(168);
  expect(shownLags(5000, 400, 48)).toBe(640);
  expect(shownLags(5000, 10, null)).toBe(100);
  expect(shownLags(40, 10, null)).toBe(39);
  expect(shownLags(1, 10, null)).toBe(1);
});

it("draws every lag, and not all of very many", () => {
  const at = (value: number) => value;
  expect(correlationPath(Float64Array.of(1, 0.5, 0), 2, at, at)).toBe("M0.0 1.0L1.0 0.5L2.0 0.0");
  expect(correlationPath(new Float64Array(20_001), 20_000, at, at).split("L").length).toBeLessThan(1300);
});

it("steps the window by keys", () => {
  expect(windowAfterKey(50, "ArrowRight", false, 72)).toBe(51);
  expect(windowAfterKey(50, "ArrowDown", true, 72)).toBe(45);
  expect(windowAfterKey(50, "Home", false, 72)).toBe(72);
  expect(windowAfterKey(50, "a", false, 72)).toBeNull();
});
