import type { Column } from "./column";
import { parseTimeOfDay } from "./parse-clock";
import { TextCursor } from "./text-cursor";
import { saysTime } from "./time-names";

/** Milliseconds since midnight by row; NaN where there is none. */
export type TimesOfDay = (row: number) => number;

const MAX_LENGTH = 40;
/** So many cells are looked at before all of them are. */
const MAX_LOOKED_AT = 5000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_MINUTE = 60_000;
/** Some loggers write a point where others write a colon: 18.00.00. */
const WITH_POINTS = /^(\d{1,2})\.(\d{2})\.(\d{2})$/;
const cursor = new TextCursor();

/** Milliseconds since midnight that a cell says: `14:05`, `2:05:06 PM`, `0930`, `18.00.00`; NaN when it is no time of day. */
export function timeOfDay(cell: string): number {
  if (cell.length < 3 || cell.length > MAX_LENGTH) return Number.NaN;
  cursor.reset(WITH_POINTS.test(cell) ? cell.replaceAll(".", ":") : cell, 0, cell.length);
  return parseTimeOfDay(cursor);
}

/** The times of day that a column holds and nothing else; null where it holds something else. */
export function timesOfDayIn(column: Column): TimesOfDay | null {
  switch (column.kind) {
    case "category": {
      const times = column.levels.map(timeOfDay);
      if (times.length === 0 || times.some(Number.isNaN)) return null;
      return (row) => times[column.codes[row] ?? -1] ?? Number.NaN;
    }
    case "text": {
      const some = column.values.slice(0, MAX_LOOKED_AT).filter((value) => value !== "");
      if (some.length === 0 || some.some((value) => Number.isNaN(timeOfDay(value)))) return null;
      return (row) => timeOfDay(column.values[row] ?? "");
    }
    case "number":
      return saysTime(column.name) ? digitsAsTimes(column.values) : null;
    case "time":
      return null;
    default:
      return column satisfies never;
  }
}

/** Numbers such as 5, 930 and 2345, which are hour and minute written together. */
function digitsAsTimes(values: Float64Array): TimesOfDay | null {
  let most = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value) || value < 0 || value > 2400 || value % 100 > 59) return null;
    most = Math.max(most, value);
  }
  // Up to 59 they could as well be minutes or a count.
  if (most < 100) return null;
  return (row) => {
    const value = values[row] ?? Number.NaN;
    return Math.floor(value / 100) * MS_PER_HOUR + (value % 100) * MS_PER_MINUTE;
  };
}
