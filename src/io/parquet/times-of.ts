import { unscaledOf } from "./bytes-as-text";
import type { NumbersOf } from "./numbers-of";

export type TimeUnit = "MILLIS" | "MICROS" | "NANOS";

const MS_PER_DAY = 86_400_000;
/** The day 0 of INT96 is that of astronomers. */
const JULIAN_DAY_OF_1970 = 2_440_588;
const NS_PER_US = 1000n;
const US_PER_DAY = 86_400_000_000n;
/** Beyond that, JavaScript has no date. */
const LAST_MS = 8.64e15;
const TWO_32 = 4_294_967_296;
/** Of each unit, so many are a microsecond, or it is so many microseconds. */
const UNITS_PER_MICRO: Readonly<Record<TimeUnit, number>> = { MILLIS: 1, MICROS: 1, NANOS: 1000 };
const MICROS_IN: Readonly<Record<TimeUnit, bigint>> = { MILLIS: 1000n, MICROS: 1n, NANOS: 1n };

/** Moments as epoch milliseconds, to a microsecond; those that no calendar reaches are NaN. */
export function momentTimes(unit: TimeUnit): NumbersOf {
  const divisor = UNITS_PER_MICRO[unit];
  const perMs = unit === "MILLIS" ? 1 : 1000;
  return (values) => {
    if (!(values instanceof BigInt64Array)) return null;
    const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
    const whole = Math.floor(TWO_32 / divisor);
    const rest = TWO_32 % divisor;
    const times = new Float64Array(values.length);
    for (let i = 0; i < times.length; i++) {
      const low = halves[2 * i]! >>> 0;
      const high = halves[2 * i + 1]!;
      // The quotient of 64 bits without losing one: that of the upper half, and of what it leaves with the lower one.
      times[i] = withinCalendar((high * whole + Math.floor((high * rest + low) / divisor)) / perMs);
    }
    return times;
  };
}

/** Days since 1970 as epoch milliseconds. */
export const dayTimes: NumbersOf = (values) =>
  Float64Array.from(values as ArrayLike<number>, (days) => withinCalendar(days * MS_PER_DAY)); // Numbers of 32 bits.

/** Nanoseconds of a day and the day, in 96 bits. */
export const int96Times: NumbersOf = (values) =>
  Float64Array.from(values as ArrayLike<bigint>, (value) => withinCalendar(Number(microsOf96(value)) / 1000)); // 96 bits each.

/** `2024-03-04T05:06:07.5Z`; without the Z where the file gives no zone. */
export function momentText(value: unknown, unit: TimeUnit | "int96", isUtc: boolean): string {
  const whole = unscaledOf(value);
  const micros = unit === "int96" ? microsOf96(whole) : unit === "NANOS" ? floored(whole) : whole * MICROS_IN[unit];
  const ms = Number(BigInt.asIntN(64, micros) / NS_PER_US);
  if (Number.isNaN(withinCalendar(ms))) return String(whole);
  const below = Number(((micros % 1000n) + 1000n) % 1000n);
  const text = new Date(below > 0 && micros < 0n ? ms - 1 : ms).toISOString().slice(0, -1);
  const fraction = `${text.slice(text.indexOf(".") + 1)}${String(below).padStart(3, "0")}`.replace(/0+$/, "");
  return `${text.slice(0, text.indexOf("."))}${fraction && `.${fraction}`}${isUtc ? "Z" : ""}`;
}

export function dayText(days: unknown): string {
  const ms = Number(days) * MS_PER_DAY;
  return Number.isNaN(withinCalendar(ms)) ? String(days) : new Date(ms).toISOString().slice(0, -14);
}

/** `05:06:07.25` */
export function ofDayText(value: unknown, unit: TimeUnit): string {
  const whole = unscaledOf(value);
  const micros = unit === "NANOS" ? floored(whole) : whole * MICROS_IN[unit];
  return micros >= 0n && micros < US_PER_DAY ? momentText(micros, "MICROS", false).slice(11) : String(whole);
}

function microsOf96(value: bigint): bigint {
  const days = BigInt.asIntN(32, value >> 64n) - BigInt(JULIAN_DAY_OF_1970);
  return days * US_PER_DAY + floored(BigInt.asIntN(64, value));
}

function floored(nanos: bigint): bigint {
  return (nanos - (((nanos % NS_PER_US) + NS_PER_US) % NS_PER_US)) / NS_PER_US;
}

function withinCalendar(ms: number): number {
  return Math.abs(ms) <= LAST_MS ? ms : Number.NaN;
}
