import type { TimeColumn } from "../data/column";
import { hourOf, weekdayOf } from "../data/profile-clock";
import { isLaw } from "../findings/evidence";
import type { Check } from "./check";

const MS_PER_DAY = 86_400_000;
/** A shorter time does not show that weekends or nights are free. */
const MIN_DAYS = 14;
const SATURDAY = 5;
const NIGHT_FROM = 22;
const NIGHT_TO = 6;

/** The few rows at weekends, and at night, of times that else keep to working days, and to the day. */
export function offHours({ name, values }: TimeColumn): Check[] {
  const weekend: number[] = [];
  const night: number[] = [];
  let [known, withClock] = [0, 0];
  let [first, last] = [Infinity, -Infinity];
  for (const [row, time] of values.entries()) {
    if (!Number.isFinite(time)) continue;
    known++;
    first = Math.min(first, time);
    last = Math.max(last, time);
    if (time % MS_PER_DAY !== 0) withClock++;
    if (weekdayOf(time) >= SATURDAY) weekend.push(row);
    const hour = hourOf(time);
    if (hour >= NIGHT_FROM || hour < NIGHT_TO) night.push(row);
  }
  if (last - first < MIN_DAYS * MS_PER_DAY) return [];
  const few = (code: "check.weekend" | "check.night", rows: readonly number[]): Check[] =>
    rows.length > 0 && isLaw(rows.length, known)
      ? [{ note: { code, values: { column: name, count: rows.length } }, rows: Uint32Array.from(rows) }]
      : [];
  // Dates without a clock stand at midnight, which says nothing of the hour.
  return [...few("check.weekend", weekend), ...(withClock > known / 2 ? few("check.night", night) : [])];
}
