import { expect, it } from "vitest";
import { calibratedSuggestionsOf, falseOnesAt } from "./calibrated";
import { suggestedThresholdOf, thresholdValueOf, verdictOf } from "./threshold";

const evidence = Float64Array.from({ length: 1000 }, (_, at) => Math.log10(1000 / (at + 1)));

it("flags as many of even evidence by mistake as each name says", () => {
  const suggestions = calibratedSuggestionsOf(evidence);
  expect(suggestions.map(({ name, count }) => [name, count])).toEqual([
    ["false-fifth", 0],
    ["false-one", 1],
    ["false-two", 2],
    ["false-ten", 10],
  ]);
  expect(falseOnesAt(suggestions[3]!.value, 1000)).toBeCloseTo(10, 9);
  expect(falseOnesAt(0, 1000)).toBe(1000);
});

it("suggests a fifth of a false one, though nothing be flagged", () => {
  const suggestions = calibratedSuggestionsOf(evidence);
  expect(suggestedThresholdOf(evidence, suggestions)).toBeCloseTo(Math.log10(5000), 9);
  expect(thresholdValueOf(evidence, { kind: "named", name: "false-two" }, suggestions)).toBeCloseTo(Math.log10(500), 9);
  expect(verdictOf(suggestions, 1000)).toEqual({ kind: "calibrated", low: 0, high: 0 });
});

it("has thresholds of no scores at all", () => {
  expect(calibratedSuggestionsOf(new Float64Array()).every(({ value }) => Number.isFinite(value))).toBe(true);
});
