import { MS_PER_DAY, daysFromCivil } from "./civil-time";
import type { Dialect } from "./dialect";
import { affixedOf } from "./number-affix";
import { numberParser } from "./parse-number";
import { timeParser } from "./parse-time";

/** How cells are written: the part of the dialect that values depend on. */
export type CellStyle = Pick<Dialect, "decimal" | "thousands" | "missing" | "dateOrder">;

/** How the cells of a time column say the time. */
export type Clock = "text" | "seconds" | "milliseconds" | "yyyymmdd";

/** The value of the cell in `text` from `start` to `end`; NaN when it cannot be read. */
export type ParseValue = (text: string, start: number, end: number) => number;

/** Reads numbers that all carry `affix` (a percent or currency sign; empty: none). 5 % is read as 5. */
export function numberReader(style: CellStyle, affix: string): ParseValue {
  const parse = numberParser(style);
  if (affix === "") return parse;
  return (text, start, end) => {
    const affixed = affixedOf(text.slice(start, end).trim());
    if (affixed?.affix === affix) return parse(affixed.number, 0, affixed.number.length);
    return parse(text, start, end);
  };
}

/** Reads times as epoch milliseconds. */
export function timeReader(style: CellStyle, clock: Clock): ParseValue {
  const parse = numberParser(style);
  switch (clock) {
    case "text":
      return timeParser(style.dateOrder);
    case "seconds":
      return (text, start, end) => finite(parse(text, start, end) * 1000);
    case "milliseconds":
      return (text, start, end) => finite(parse(text, start, end));
    case "yyyymmdd":
      return (text, start, end) => msOfCompactDate(parse(text, start, end));
    default:
      return clock satisfies never;
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Epoch milliseconds of a date written as the number 20240304; NaN when it is none. */
export function msOfCompactDate(value: number): number {
  if (!Number.isInteger(value) || value < 10_000_101 || value > 99_991_231) return Number.NaN;
  return daysFromCivil(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100) * MS_PER_DAY;
}
