import { MS_PER_DAY } from "../../core/data/civil-time";
import type { Shown } from "./number-format";

/** Excel believes in the 29th of February 1900: days before it are counted from one day later. */
const FIRST_SURE_DAY = 61;
const DAYS_1899_12_30_TO_1970 = 25_569;
const DAYS_1904_TO_1970 = 24_107;
const SECONDS_PER_DAY = 86_400;
/** The last day that a sheet can show: 9999-12-31. */
const LAST_DAY = 2_958_465;
/** Of the up to 17 digits of a share a person chose 15 at most: 7 % is .07, and 100 times that 7.000000000000001. */
const DIGITS_MEANT = 15;

/** A number of a cell as text that means what the cell shows: `2024-03-04 05:06:07`, `45%`, `00071`, `5400 s`. */
export function numberText(raw: string, shown: Shown, is1904: boolean): string {
  if (shown.as === "number") return raw;
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  switch (shown.as) {
    case "percent":
      return `${meant(value * 100)}%`;
    case "padded":
      return Number.isInteger(value) && value >= 0 ? raw.padStart(shown.digits, "0") : raw;
    case "duration":
      return `${meant(Math.round(value * SECONDS_PER_DAY * 1000) / 1000)} s`;
    case "time":
      return value >= 0 && value < 1 ? clockText(Math.round(value * MS_PER_DAY)) : momentText(value, is1904, raw);
    case "date":
      return momentText(value, is1904, raw);
    default:
      return shown.as satisfies never;
  }
}

/** Without what the arithmetic of spreadsheets leaves behind: .1 + .2 is .3. */
function meant(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(DIGITS_MEANT)));
}

/** Milliseconds from 1970 to the day and time that a cell of dates holds as a number; NaN: no sheet can show them. */
export function momentOf(serial: number, is1904: boolean): number {
  if (!(serial >= 0 && serial < LAST_DAY + 1)) return Number.NaN;
  const day = is1904 || serial >= FIRST_SURE_DAY ? serial : serial + 1;
  return Math.round((day - (is1904 ? DAYS_1904_TO_1970 : DAYS_1899_12_30_TO_1970)) * MS_PER_DAY);
}

function momentText(serial: number, is1904: boolean, raw: string): string {
  const ms = momentOf(serial, is1904);
  if (Number.isNaN(ms)) return raw;
  const days = Math.floor(ms / MS_PER_DAY);
  const clock = ms - days * MS_PER_DAY;
  return clock === 0 ? dateText(days) : `${dateText(days)} ${clockText(clock)}`;
}

/** Neighbouring rows are mostly of one day. */
let lastDay = { days: 0, text: "1970-01-01" };

function dateText(days: number): string {
  if (lastDay.days !== days) lastDay = { days, text: new Date(days * MS_PER_DAY).toISOString().slice(0, 10) };
  return lastDay.text;
}

/** `05:06:07`, with thousandths of a second only where there are some. */
function clockText(ms: number): string {
  const seconds = Math.floor(Math.min(ms, MS_PER_DAY - 1) / 1000);
  const rest = Math.min(ms, MS_PER_DAY - 1) % 1000;
  const clock = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? clock : `${clock}.${String(rest).padStart(3, "0")}`;
}

function two(value: number): string {
  const whole = Math.floor(value);
  return whole < 10 ? `0${whole}` : String(whole);
}
