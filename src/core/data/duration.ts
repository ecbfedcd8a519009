import { saysDuration, saysHours } from "./duration-names";

/**
 * How lengths of time are written: in units (`1h 2m`), or with colons (`5:32`), of which the first part is hours or
 * minutes where there are two.
 */
export type DurationForm = "units" | "hours" | "minutes";

/** A length of time in several units, the larger one first: `1h 2m 3s`, `3d 4h`, `12 min 30 s`, `PT1M30.5S`. */
const PARTS =
  /^(?:P(?=[\dT]))?(?:(\d{1,6})\s?d(?:ays?)?)?[\sT,:]{0,2}(?:(\d{1,6})\s?h(?:(?:ou)?rs?)?)?[\s,:]{0,2}(?:(\d{1,6})\s?m(?:in(?:ute)?s?)?)?[\s,:]{0,2}(?:(\d{1,9}(?:\.\d{1,9})?)\s?s(?:ec(?:ond)?s?)?)?$/i;
const SECONDS = [86_400, 3600, 60, 1] as const;
/** With colons, perhaps days before: `1 02:03:04`, `1.02:03:04`; the second part and the third are below 60. */
const WITH_COLONS =
  /^([-+]?)(?:(\d{1,5})(?:\.| days?,? | )(?=\d\d?:\d\d:))?(\d{1,6}):([0-5]\d)(?::([0-5]\d))?(?:[.,](\d{1,9}))?$/;
const MAX_LENGTH = 48;
/** A day has so many hours, the midnight at its end included. */
const LAST_HOUR = 24;
/** So few values beyond the last hour of a day are slips in a column of times of day. */
const MAX_SLIP_SHARE = 0.02;

/** The seconds of a length of time; NaN where it is none. */
export function durationOf(cell: string, form: DurationForm = "units"): number {
  const text = cell.length <= MAX_LENGTH && /\d/.test(cell) ? cell.trim() : "";
  if (form !== "units") return secondsWithColons(text, form);
  const found = PARTS.exec(text);
  if (text === "" || !found) return Number.NaN;
  return SECONDS.reduce((sum, seconds, at) => sum + seconds * Number(found[at + 1] ?? 0), 0);
}

function secondsWithColons(text: string, form: "hours" | "minutes"): number {
  const found = WITH_COLONS.exec(text);
  if (!found) return Number.NaN;
  const [, sign, days = "0", first, second, third, fraction] = found;
  // Behind a part of a second there are no further ones: 1:02.5 is a minute and a bit.
  const isShort = third === undefined && (form === "minutes" || fraction !== undefined);
  const size = isShort ? 1 : 60;
  const whole = Number(days) * 86_400 + (Number(first) * 60 + Number(second)) * size + Number(third ?? 0);
  const seconds = Number(`${whole}.${fraction ?? "0"}`);
  return sign === "-" ? -seconds : seconds;
}

/** How the lengths of time among trimmed values are written; null where most of them are none, or may be times of day. */
export function durationFormOf(name: string, values: readonly string[]): DurationForm | null {
  const isMost = (form: DurationForm) =>
    values.filter((value) => !Number.isNaN(durationOf(value, form))).length * 2 > values.length;
  if (isMost("units"))
    return values.some((value) => (value.match(/[a-z]+/gi) ?? []).length > 1 && !Number.isNaN(durationOf(value)))
      ? "units"
      : null;
  if (!isMost("minutes")) return null;
  return saysDuration(name) || areLongerThanADay(values) ? colonFormOf(name, values) : null;
}

/** What the first of two parts is: where others have three it is the minutes; else the name of the column may say hours. */
export function colonFormOf(name: string, values: readonly string[]): "hours" | "minutes" {
  return saysHours(name) && !values.some((value) => /:\d\d:/.test(value)) ? "hours" : "minutes";
}

/** `79:27` is no time of day, and neither is what stands beside it. */
function areLongerThanADay(values: readonly string[]): boolean {
  const found = values.map((value) => WITH_COLONS.exec(value)).filter((one) => one !== null);
  const isLong = ([, sign, days, first]: RegExpExecArray) =>
    sign !== "" || days !== undefined || Number(first) > LAST_HOUR;
  const sums = new Set(found.map(([, , , first, second]) => Number(first) + Number(second)));
  // 70:30 and 60:40 are shares.
  if (sums.size === 1 && found.length > 1) return false;
  return found.filter(isLong).length > values.length * MAX_SLIP_SHARE;
}
