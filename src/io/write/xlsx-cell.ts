import { isDigitCode } from "../../core/data/digit-code";
import type { Dialect } from "../../core/data/dialect";
import { numberParser } from "../../core/data/parse-number";
import type { SourceColumn } from "./file-writer";
import { timeCell } from "./csv-cell";
import { EXCEL_LIMITS } from "../../core/data/excel-limits";

/** What stands in a cell of a sheet; null: nothing. */
export type XlsxValue = string | number | null;

const MS_PER_DAY = 86_400_000;
/** Day 0 of sheets, 1899-12-30, lies so many days before 1970. */
const SERIAL_OF_1970 = 25_569;
/** Excel has a day that never was, 1900-02-29, and no time before it that others agree on. */
const FIRST_SERIAL = 61;
/** 9999-12-31 is its last day. */
const LAST_SERIAL = 2_958_465;

/** The value of a cell: a number or a time where it is written as nothing else, and otherwise as it is written. */
export type ValueOf = (row: number, written: string | null) => XlsxValue;

/** How the cells of a column of the source stand in a sheet. `numbers`: how numbers are written there. */
export function xlsxValueOf({ column }: SourceColumn, numbers: Pick<Dialect, "decimal" | "thousands">): ValueOf {
  switch (column.kind) {
    case "number": {
      const parse = numberParser(numbers);
      return (row, written) => {
        const value = column.values[row] ?? Number.NaN;
        if (written === null) return Number.isFinite(value) ? value : textOf(Number.isNaN(value) ? "" : String(value));
        const isPlain = parse(written, 0, written.length) === value && !isDigitCode(written, 0, written.length);
        return isPlain && Number.isFinite(value) ? value : textOf(written);
      };
    }
    case "time":
      return (row, written) => {
        const time = column.values[row] ?? Number.NaN;
        if (Number.isNaN(time)) return textOf(written ?? "");
        // A sheet knows no zones: the hour is the one that the file shows, which a column holds.
        const serial = time / MS_PER_DAY + SERIAL_OF_1970;
        if (serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1) return serial;
        return textOf(written ?? timeCell(time, false, column.zone));
      };
    case "category":
      return (row, written) => textOf(written ?? column.levels[column.codes[row] ?? -1] ?? "");
    case "text":
      return (row, written) => textOf(written ?? column.values[row] ?? "");
    default:
      return column satisfies never;
  }
}

/** Words as Excel takes them: no longer than it can hold, and nothing in them that it would turn into another letter. */
export function textOf(text: string): string | null {
  if (text === "") return null;
  return text.slice(0, EXCEL_LIMITS.characters).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
}

/** How the times of a column are shown: with what they have. */
export function timeFormatOf(values: Float64Array): string {
  let hasClock = false;
  for (const time of values) {
    if (time % 1000 !== 0 && !Number.isNaN(time)) return "yyyy-mm-dd hh:mm:ss.000";
    hasClock ||= time % MS_PER_DAY !== 0 && !Number.isNaN(time);
  }
  return hasClock ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd";
}
