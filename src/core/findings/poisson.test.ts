import { expect, it } from "vitest";
import { fewEvidence, togetherEvidence } from "./poisson";

it("knows how rare so few are", () => {
  expect(fewEvidence(0, 5)).toBeCloseTo(5 / Math.LN10, 9);
  expect(10 ** -fewEvidence(2, 5)).toBeCloseTo(Math.exp(-5) * (1 + 5 + 12.5), 9);
  expect(fewEvidence(1, 900)).toBe(300);
  expect(fewEvidence(7, 7)).toBe(0);
});

it("weighs several together as the product of uniform numbers", () => {
  expect(togetherEvidence([])).toBe(0);
  expect(togetherEvidence([2.5])).toBeCloseTo(2.5, 9);
  // Two of .01: the probability of a product of at most 1e-4 is 1e-4 (1 + ln 1e4).
  expect(10 ** -togetherEvidence([2, 2])).toBeCloseTo(1e-4 * (1 + Math.log(1e4)), 9);
});
