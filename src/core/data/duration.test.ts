import { expect, it } from "vitest";
import { durationFormOf, durationOf } from "./duration";

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

it.each([
  ["5:32", "minutes", 332],
  ["5:32", "hours", 19_920],
  ["79:27", "hours", 286_020],
  ["1:02:03.5", "minutes", 3723.5],
  ["2.01:02:03", "hours", 176_523],
  ["1 day, 1:02:03", "hours", 90_123],
  ["-0:45", "minutes", -45],
  ["5:32.25", "hours", 332.25],
  ["5:72", "minutes", NaN],
  ["5:3", "minutes", NaN],
  ["2024-03-04 05:06", "minutes", NaN],
] as const)("reads %s, of which the first part is %s, as seconds", (cell, form, seconds) =>
  expect(durationOf(cell, form)).toBe(seconds),
);

it("takes a column for durations where some are written in several units", () => {
  expect(durationFormOf("a", ["12m 30s", "45s", "3m"])).toBe("units");
  expect(durationFormOf("a", ["12m", "45m", "3m"])).toBe(null);
  expect(durationFormOf("a", ["12m 30s", "a", "b"])).toBe(null);
});

it("tells lengths of time from times of day by their name, and by what no day has", () => {
  const some = ["5:32", "6:10", "4:59"];
  expect(durationFormOf("Time", some)).toBe(null);
  expect(durationFormOf("Avg Pace", some)).toBe("minutes");
  expect(durationFormOf("Avg. Time on Page", some)).toBe("minutes");
  expect(durationFormOf("wait_time", some)).toBe("minutes");
  expect(durationFormOf("time_on", some)).toBe(null);
  expect(durationFormOf("Hours worked", [...some, "79:27"])).toBe("hours");
  expect(durationFormOf("arrival", ["23:10:00", "25:10:00"])).toBe("minutes");
  expect(durationFormOf("mixture", ["70:30", "60:40", "50:50"])).toBe(null);
});
