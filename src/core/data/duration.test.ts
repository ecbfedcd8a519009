import { expect, it } from "vitest";
import { areDurations, durationOf } from "./duration";

it.each([
  ["12m 30s", 750],
  ["1h 2m 3s", 3723],
  ["3d 4h", 273_600],
  ["2 hours, 5 minutes", 7500],
  ["PT1M30.5S", 90.5],
  ["P1DT12H", 129_600],
  ["45s", 45],
  ["12:30", NaN],
  ["12", NaN],
  ["", NaN],
  ["12m x", NaN],
  ["3m 4h", NaN],
])("reads %s as seconds", (cell, seconds) => expect(durationOf(cell)).toBe(seconds));

it("takes a column for durations where some are written in several units", () => {
  expect(areDurations(["12m 30s", "45s", "3m"])).toBe(true);
  expect(areDurations(["12m", "45m", "3m"])).toBe(false);
  expect(areDurations(["12m 30s", "a", "b"])).toBe(false);
});
