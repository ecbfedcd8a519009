import { expect, it } from "vitest";
import { drawFrom } from "../../testing/made-up-findings/draw";
import { hourEvidence, hourWithParts, usualHoursOf } from "./hours";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Moments of sixty days around an hour of the day. */
const around = (hour: number, seed = 1) => {
  const draw = drawFrom(seed);
  return Float64Array.from({ length: 900 }, () => draw.whole(0, 59) * DAY + (hour + 1.5 * draw.normal()) * HOUR);
};

it.each([12, 23.5, 3])("finds what happens far from the usual hours around %d o'clock", (hour) => {
  const usual = usualHoursOf(around(hour))!;
  expect(hourEvidence(usual, 7 * DAY + (hour + 11) * HOUR)).toBeGreaterThan(Math.log10(900 / 0.2));
  expect(hourEvidence(usual, 7 * DAY + (hour + 1) * HOUR)).toBe(0);
  expect(hourWithParts((usual.usual.low - hour) * HOUR + 2 * DAY)).toBeGreaterThan(19);
});

it("is sure of none of those that are usual, and says nothing of what happens around the clock", () => {
  let sure = 0;
  for (let seed = 2; seed < 12; seed++) {
    const times = around(13, seed);
    const usual = usualHoursOf(times)!;
    sure += times.filter((time) => hourEvidence(usual, time) >= Math.log10(900 / 0.2)).length;
  }
  expect(sure).toBeLessThanOrEqual(3);
  expect(usualHoursOf(Float64Array.from({ length: 900 }, (_, at) => at * HOUR))).toBeNull();
  expect(usualHoursOf(new Float64Array(900).fill(9 * HOUR))).toBeNull();
});
