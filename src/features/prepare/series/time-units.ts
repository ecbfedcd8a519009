/** In what a person says how long a step takes, or how many of them a second has. */
export const TIME_UNITS = ["milliseconds", "seconds", "minutes", "hours", "days", "hertz"] as const;

export type TimeUnit = (typeof TIME_UNITS)[number];

const MS_OF: Readonly<Record<Exclude<TimeUnit, "hertz">, number>> = {
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};
/** A rate and its reciprocal are known to so many digits: 360 Hz are 2.7777… ms. */
const DIGITS = 10;

/** Milliseconds of so many of a unit, or of one step of so many a second; null where that is no length. */
export function msOf(value: number, unit: TimeUnit): number | null {
  const ms = unit === "hertz" ? 1000 / value : value * MS_OF[unit];
  return ms > 0 && Number.isFinite(ms) ? ms : null;
}

/** The same length as a person would say it: by the largest unit of which it is one or more, by its rate where it is shorter. */
export function saidOf(ms: number, unit = naturalUnit(ms)): { readonly value: number; readonly unit: TimeUnit } {
  const value = unit === "hertz" ? 1000 / ms : ms / MS_OF[unit];
  return { value: Number(value.toPrecision(DIGITS)), unit };
}

function naturalUnit(ms: number): TimeUnit {
  if (ms < MS_OF.seconds) return Number.isInteger(ms) ? "milliseconds" : "hertz";
  const fits = TIME_UNITS.filter((one) => one !== "hertz").toReversed();
  return fits.find((one) => ms >= MS_OF[one]) ?? "milliseconds";
}
