import type { CategoryColumn, Column, NumberColumn, TimeColumn } from "../../core/data/column";
import { type DateOrder, orderAmong } from "../../core/data/date-order";
import { kindInference } from "../../core/data/infer-kind";
import { missingTest } from "../../core/data/missing-words";
import { NO_FORM, type NumberForm, numberFormOf } from "../../core/data/number-form";
import { numberParser } from "../../core/data/parse-number";
import { msAhead } from "../../core/data/time-zone";
import { type CellStyle, type Clock, numberReader, timeReader } from "../../core/data/value-parser";

/** How the text cells of a column become what the model learned from. */
export interface ColumnReading {
  readonly decimal: string;
  readonly thousands: string;
  readonly unit: string;
  readonly factors: Readonly<Record<string, number>>;
  readonly duration: string | null;
  /** Numbers that mean "no value". */
  readonly noValue: readonly number[];
  readonly clock: Clock;
  readonly order: DateOrder;
  readonly minutesAhead: number;
  /** No way was found in which the cells that were looked at become the values of the column. */
  readonly isUnread: boolean;
}

/** Some cells as they are written, and the rows that they stand in. */
export interface SeenCells {
  readonly rows: readonly number[];
  readonly cells: readonly string[];
}

const CLOCKS: readonly Clock[] = ["text", "seconds", "milliseconds", "microseconds", "nanoseconds", "serial-days", "datenum", "yyyymmdd", "yyyymm"]; // prettier-ignore
const DURATIONS = ["units", "hours", "minutes"] as const;

/**
 * How a column was read, found by trying: each way that the cells may be read is held against the values that they were
 * read as. So it is true of any format, and what another version of a reader does is not guessed.
 */
export function columnReadingOf(
  column: Column,
  seen: SeenCells,
  {
    style,
    missingWords,
    noValue,
  }: { readonly style: CellStyle; readonly missingWords: readonly string[]; readonly noValue: readonly number[] },
): ColumnReading {
  const parse = numberParser(style);
  const words = style.missing.map((word) => parse(word, 0, word.length)).filter((value) => !Number.isNaN(value));
  const base: ColumnReading = {
    decimal: style.decimal,
    thousands: style.thousands,
    unit: "",
    factors: {},
    duration: null,
    noValue: [...words, ...noValue],
    clock: "text",
    order: style.dateOrder,
    minutesAhead: 0,
    isUnread: false,
  };
  if (column.kind === "number") return numberReading(column, seen, style, base);
  if (column.kind === "time") return timeReading(column, seen, style, base);
  return { ...base, isUnread: column.kind === "category" && !readsWords(column, seen, missingWords) };
}

/** Whether the words of all cells, trimmed, are the levels of their rows. */
function readsWords(
  { codes, levels }: CategoryColumn,
  { rows, cells }: SeenCells,
  missing: readonly string[],
): boolean {
  const isMissing = missingTest(missing);
  return cells.every((cell, at) => {
    const word = isMissing(cell, 0, cell.length) ? undefined : cell.trim();
    return word === levels[codes[rows[at]!] ?? -1]; // a row each
  });
}

function numberReading(column: NumberColumn, seen: SeenCells, style: CellStyle, base: ColumnReading): ColumnReading {
  const guess = kindInference(style)(column.name, seen.cells);
  const forms: readonly NumberForm[] = [
    guess.form,
    NO_FORM,
    numberFormOf(valuesIn(seen.cells, style)),
    ...DURATIONS.map((duration) => ({ unit: "s", factors: {}, duration })),
  ];
  const form = forms.find((one) => reads(numberReader(style, one), column.values, seen, base.noValue));
  const { unit, factors, duration = null, style: own = style } = form ?? NO_FORM;
  return { ...base, unit, factors, duration, decimal: own.decimal, thousands: own.thousands, isUnread: !form };
}

function timeReading(column: TimeColumn, seen: SeenCells, style: CellStyle, base: ColumnReading): ColumnReading {
  const ahead = msAhead(column.zone);
  const proven = orderAmong(seen.cells);
  const orders = new Set<DateOrder>([proven ?? style.dateOrder, "day-first", "month-first"]);
  for (const clock of CLOCKS)
    for (const order of clock === "text" ? orders : [style.dateOrder]) {
      const read = timeReader({ ...style, dateOrder: order }, clock);
      const onClocks = (text: string, start: number, end: number) => read(text, start, end) + ahead;
      if (reads(onClocks, column.values, seen, base.noValue))
        return { ...base, clock, order, minutesAhead: ahead / 60_000 };
    }
  return { ...base, isUnread: true };
}

/** Whether all cells become the values of their rows. */
function reads(
  parse: (text: string, start: number, end: number) => number,
  values: Float64Array,
  { rows, cells }: SeenCells,
  noValue: readonly number[],
): boolean {
  return cells.every((cell, at) => {
    const value = cell === "" ? NaN : parse(cell, 0, cell.length);
    return Object.is(noValue.includes(value) ? NaN : value + 0, (values[rows[at]!] ?? NaN) + 0); // a row each; 0 is -0
  });
}

function valuesIn(cells: readonly string[], style: CellStyle): readonly string[] {
  const isMissing = missingTest(style.missing);
  return cells.filter((cell) => !isMissing(cell, 0, cell.length)).map((cell) => cell.trim());
}
