import { expect, it } from "vitest";
import { msOf, saidOf, TIME_UNITS } from "./time-units";

it.each([
  [360, "hertz", 1000 / 360],
  [250, "milliseconds", 250],
  [10, "minutes", 600_000],
  [1, "hours", 3_600_000],
  [1, "days", 86_400_000],
] as const)("says %s %s back as it was said", (value, unit, ms) => {
  expect(msOf(value, unit)).toBeCloseTo(ms, 9);
  expect(saidOf(ms)).toEqual({ value, unit });
});

it("keeps the length when another unit is asked for", () => {
  for (const unit of TIME_UNITS) expect(msOf(saidOf(1000 / 360, unit).value, unit)).toBeCloseTo(1000 / 360, 6);
});

it.each([0, -1, Number.NaN, Infinity])("takes %s for no length", (value) => {
  for (const unit of TIME_UNITS) expect(msOf(value, unit)).toBeNull();
});
