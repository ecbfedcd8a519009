import { expect, it } from "vitest";
import { runLawOf } from "./runs";

it("is surprised by a run far longer than all others, and not by the longest of many kinds", () => {
  const usual = Array.from({ length: 2000 }, (_, at) => 1 + (at % 3));
  const law = runLawOf([...usual, 40], 4000);
  expect(law(39, 40)).toBeGreaterThan(4);
  expect(law(2, 3)).toBeLessThan(0);
  const often = runLawOf([...usual, 40, 41, 38, 40], 4000);
  expect(often(40, 41)).toBeLessThan(0.7);
});

it("asks each run at no cost, however many there are", () => {
  const lengths = Array.from({ length: 200_000 }, (_, at) => 1 + (at % 7));
  const law = runLawOf(lengths, 800_000);
  expect(lengths.every((length) => law(length - 1, length) < 0)).toBe(true);
});
