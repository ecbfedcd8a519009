import { createChance } from "./chance.mjs";
import { rounded } from "./table.mjs";

const HOUR_MS = 3_600_000;
const start = Date.UTC(2024, 0, 1);
/** By hour of the day, relative to the base: a small office building. */
const workday = [
  0, 0, 0, 0, 0, 0.1, 0.35, 0.8, 1.2, 1.35, 1.4, 1.4, 1.25, 1.35, 1.4, 1.35, 1.2, 0.8, 0.45, 0.25, 0.15, 0.1, 0, 0,
];
/** Days of the year on which nobody works, and everybody knows it. */
const holidays = new Set(["01-01", "03-29", "04-01", "05-01", "05-09", "05-20", "10-03", "12-25", "12-26"]);

/** What goes wrong with a meter or a building: each changes the hours from `from` on, for so many. */
const events = {
  /** The meter reports its last value again and again. */
  standstill: (values, from, hours) => values.fill(values[from - 1], from, from + hours),
  /** Something was left on: the nights use more. */
  leftOn: (values, from, hours) => {
    for (let hour = from; hour < from + hours; hour++) values[hour] += 21;
  },
  /** A day without a working day's course. */
  idleDay: (values, from, hours) => {
    for (let hour = from; hour < from + hours; hour++) values[hour] = 19 + (values[hour] - 19) * 0.08;
  },
  /** One reading of all that was missed before. */
  spike: (values, from, hours) => {
    for (let hour = from; hour < from + hours; hour++) values[hour] += 160;
  },
};

/**
 * A year of hourly consumption with the temperature outside.
 * @param {{ seed: number, planted: readonly { event: keyof typeof events, from: string, hours: number }[] }} plan `from` as
 *   `2024-03-05T10`
 */
export function consumption({ seed, planted }) {
  const chance = createChance(seed);
  const hours = 366 * 24;
  let weather = 0;
  const outside = Array.from({ length: hours }, (_, hour) => {
    weather = 0.992 * weather + chance.normal(0, 0.45);
    return (
      9.5 -
      10.5 * Math.cos((2 * Math.PI * (hour / 24 - 20)) / 366) -
      3.6 * Math.cos((2 * Math.PI * ((hour % 24) - 3)) / 24) +
      weather
    );
  });
  const values = outside.map((degrees, hour) => {
    const time = new Date(start + hour * HOUR_MS);
    const works = time.getUTCDay() % 6 !== 0 && !holidays.has(time.toISOString().slice(5, 10));
    const heating = Math.max(0, 15 - degrees) * 1.1;
    const course = works ? workday[hour % 24] : 0.06 * workday[hour % 24];
    return (19 + heating + 34 * course) * (1 + chance.normal(0, 0.035));
  });
  const labels = new Uint8Array(hours);
  for (const { event, from, hours: length } of planted) {
    const at = (Date.parse(`${from}:00Z`) - start) / HOUR_MS;
    events[event](values, at, length);
    labels.fill(1, at, at + length);
  }
  return {
    names: ["time", "consumption_kwh", "outside_c", "is_fault"],
    rows: values.map((value, hour) => [
      new Date(start + hour * HOUR_MS).toISOString().slice(0, 16),
      rounded(value, 1),
      rounded(outside[hour], 1),
      labels[hour],
    ]),
  };
}
