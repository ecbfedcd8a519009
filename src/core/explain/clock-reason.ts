import type { TimeColumn } from "../data/column";
import { WEEKDAY_KEYS } from "../data/profile-clock";
import type { ColumnProfile } from "../data/profile";
import type { Reason } from "./explanation";

/** An hour or weekday with less than half of what an even spread would give is rare. */
const MAX_RARE_SHARE_OF_EVEN = 0.5;

/**
 * Why a moment is strange: its hour of day or its weekday, whichever is the rarer for its kind, else that it is
 * the first or last; null when it is none of these. Clock times are UTC.
 */
export function clockReasonOf(column: TimeColumn, profile: ColumnProfile, row: number): Reason | null {
  const { numeric, clock } = profile;
  const moment = new Date(column.values[row]!); // not missing, the caller has looked
  if (Number.isNaN(moment.getTime())) return null;
  const rows = Math.max(1, profile.rows - profile.missing);
  const weekday = (moment.getUTCDay() + 6) % 7;
  const inHour = (clock?.hours[moment.getUTCHours()] ?? rows) / rows;
  const onDay = (clock?.weekdays[weekday] ?? rows) / rows;
  if (Math.min(inHour * 24, onDay * 7) < MAX_RARE_SHARE_OF_EVEN) {
    const byHour = inHour * 24 <= onDay * 7;
    const percent = Number((100 * (byHour ? inHour : onDay)).toPrecision(2));
    const time = moment.toISOString().slice(11, 16);
    const code = byHour ? "reason.hour" : (`reason.weekday.${WEEKDAY_KEYS[weekday] ?? "monday"}` as const);
    return { direction: "rare", note: { code, values: { column: column.name, time, percent } } };
  }
  const date = moment.toISOString().slice(0, 10);
  if (numeric && moment.getTime() >= numeric.max)
    return { direction: "high", note: { code: "reason.latest", values: { column: column.name, date } } };
  if (numeric && moment.getTime() <= numeric.min)
    return { direction: "low", note: { code: "reason.earliest", values: { column: column.name, date } } };
  return null;
}
