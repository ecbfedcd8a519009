const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365.2425 * DAY_MS;

/** How long what people plan by takes, in milliseconds. */
const CALENDAR_PERIODS = [
  ["hour", HOUR_MS],
  ["day", DAY_MS],
  ["week", 7 * DAY_MS],
  ["month", YEAR_MS / 12],
  ["quarter", YEAR_MS / 4],
  ["year", YEAR_MS],
] as const;

export type CalendarPeriod = (typeof CALENDAR_PERIODS)[number][0];

/** A period is found to so many steps, or to this share of it where it is long. */
const NEAR_STEPS = 1;
const NEAR_SHARE = 0.02;
/** What falls on few steps is near to everything. */
const MIN_STEPS = 4;

/** The period of the calendar that `steps` of `step` milliseconds are, with its exact length in steps; null where they are none. */
export function calendarPeriodOf(
  steps: number,
  step: number,
): { readonly name: CalendarPeriod; readonly steps: number } | null {
  for (const [name, length] of CALENDAR_PERIODS) {
    const exact = length / step;
    const near = Math.max(Math.min(NEAR_STEPS, exact / 10), NEAR_SHARE * exact);
    if (exact >= MIN_STEPS - 0.1 && Math.abs(steps - exact) <= near) return { name, steps: Math.round(exact) };
  }
  return null;
}
