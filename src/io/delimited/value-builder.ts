import { MAX_CODE_SHARE } from "../../core/data/infer-kind";
import { isDigitCode, isDigits, losesDigits, mayBeExponentCode } from "../../core/data/digit-code";
import type { Column } from "../../core/data/column";
import { missingTest } from "../../core/data/missing-words";
import { areQuantities, isMostly, someValuesOf } from "../../core/data/mostly";
import type { Note } from "../../core/data/note";
import { numberParser } from "../../core/data/parse-number";
import { msAhead, type TimeZone } from "../../core/data/time-zone";
import type { CellStyle, ParseValue } from "../../core/data/value-parser";
import { KNOWN, type TypedRows } from "../cells/typed-rows";
import type { CellTable } from "./cell-table";
import { CellTally } from "./cell-tally";
import type { BuiltColumn, ColumnBuilder } from "./column-builder";
import { Gathered } from "./gathered";
import type { OrderTally } from "./order-tally";

/** How the cells of a number or time column are read, and what is noted on the way. */
export interface ValueReading {
  readonly kind: "number" | "time";
  readonly parse: ParseValue;
  /** A person chose the kind: it stays, however many cells cannot be read. */
  readonly fixed: boolean;
  /** Numbers that were written as limits, such as `<0.05`: `parse` adds them. */
  readonly limits: CellTally;
  /** The same with a mark behind them that refers to a note, such as `12.5*`. */
  readonly noted: CellTally;
  /** For dates that are written with numbers. */
  readonly order: OrderTally | null;
  /** The zone of the times, once all of them are read; null for numbers. */
  readonly zone: (() => TimeZone) | null;
  /** Numbers that mean "no value" in this column alone. */
  readonly noValue: readonly number[];
  /** Which cells that the format knows already are values as they are; null: their texts have to say what they are. */
  readonly asKnown: "number" | "moment" | null;
  /** Hears that some were. */
  readonly onKnown: () => void;
  /** The decimal mark of numbers that are what their digits say; null where they are in units, or are times. */
  readonly point: string | null;
}

/** Builds number and time columns: cells become floats where they stand, no string is made for them. */
export class ValueBuilder implements ColumnBuilder {
  private readonly gathered = new Gathered();
  private readonly isMissing;
  /** Missing words that are numbers themselves, such as -999: -999.0 is the same. */
  private readonly missingNumbers: ReadonlySet<number>;
  private values = 0;
  private readonly unreadable = new CellTally();
  private readonly emptied = new CellTally();
  private readonly codes = new CellTally();
  /** Whole numbers that lost digits. */
  private readonly rounded = new CellTally();
  /** A single one of these tells that whole numbers are codes: 007, an id too long for a number, 10E0. */
  private tellsCodes = false;

  constructor(
    private readonly reading: ValueReading,
    style: CellStyle,
  ) {
    this.isMissing = missingTest(style.missing);
    const parseNumber = numberParser(style);
    const numbers = style.missing.map((word) => parseNumber(word, 0, word.length));
    this.missingNumbers = new Set([...numbers.filter((value) => !Number.isNaN(value)), ...reading.noValue]);
  }

  append(table: CellTable, rows: Int32Array, column: number): void {
    const { text, starts, ends, firsts } = table;
    const part = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const cell = row < 0 ? -1 : firsts[row]! + column;
      part[i] = row < 0 || cell >= firsts[row + 1]! ? Number.NaN : this.valueOf(text, starts[cell]!, ends[cell]!);
    }
    this.gathered.add(part);
  }

  take({ cells, width, known, values, text }: TypedRows, rows: Int32Array, column: number): void {
    const { asKnown, kind } = this.reading;
    const plain = asKnown === null ? -1 : KNOWN[asKnown];
    const { missingNumbers } = this;
    const checksMissing = missingNumbers.size > 0;
    let read = 0;
    const part = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const cell = cells[rows[i]! * width + column]!;
      if (cell < 0) {
        part[i] = Number.NaN;
        continue;
      }
      // Whatever is not as usual, its text says what to do about it.
      if (known[cell] !== plain || (checksMissing && (kind === "time" || missingNumbers.has(values[cell]!)))) {
        const cellText = text(cell);
        part[i] = this.valueOf(cellText, 0, cellText.length);
      } else {
        part[i] = values[cell]!;
        read++;
      }
    }
    this.values += read;
    if (read > 0) this.reading.onKnown();
    this.gathered.add(part);
  }

  /** The decimal mark, where numbers may be read from bytes; null where their texts have to say what they are. */
  get point(): string | null {
    return this.reading.point;
  }

  /** Numbers that mean "no value" here. */
  get noValue(): readonly number[] {
    return [...this.missingNumbers];
  }

  /** Hears of numbers that were read from bytes, none of which means "no value"; other cells are `valueOf` their texts. */
  count(numbers: Float64Array): void {
    let count = 0;
    for (let at = 0; at < numbers.length; at++) if (!Number.isNaN(numbers[at])) count++;
    this.values += count;
  }

  /** Takes what all cells of some rows came to. */
  add(values: Float64Array): void {
    this.gathered.add(values);
  }

  /** What a cell comes to; what is odd about it is kept. */
  valueOf(text: string, start: number, end: number): number {
    const { parse, kind, order } = this.reading;
    const value = start === end ? Number.NaN : parse(text, start, end);
    if (Number.isNaN(value)) {
      if (!isBlank(text, start, end))
        (this.isMissing(text, start, end) ? this.emptied : this.unreadable).add(text.slice(start, end));
      return Number.NaN;
    }
    if (this.missingNumbers.size > 0 && this.meansMissing(value, text, start, end)) {
      this.emptied.add(text.slice(start, end));
      return Number.NaN;
    }
    this.values++;
    order?.see(text, start, end);
    if (kind === "number" && (isDigitCode(text, start, end) || mayBeExponentCode(text, start, end)))
      this.noteCode(text.slice(start, end).trim());
    return value;
  }

  finish(name: string): BuiltColumn {
    const values = this.gathered.finish();
    const { fixed, order } = this.reading;
    return {
      column: this.columnOf(name, values),
      unreadable: this.unreadable.met,
      emptied: this.emptied.met,
      demoted: fixed ? null : this.demotion(values),
      changed: null,
      reordered: order?.instead ?? null,
      notes: [...this.markNotes(name), ...this.roundedNotes(name), ...(order?.notes(name) ?? [])],
    };
  }

  private columnOf(name: string, values: Float64Array): Column {
    const zone = this.reading.zone?.();
    if (zone === undefined) return { kind: "number", name, values };
    const ahead = msAhead(zone);
    if (ahead !== 0) for (let row = 0; row < values.length; row++) values[row]! += ahead;
    return { kind: "time", name, values, zone };
  }

  private meansMissing(value: number, text: string, start: number, end: number): boolean {
    return (this.reading.kind === "number" && this.missingNumbers.has(value)) || this.isMissing(text, start, end);
  }

  private demotion(values: Float64Array): BuiltColumn["demoted"] {
    const all = this.values + this.unreadable.count;
    const { kind } = this.reading;
    const measured = () => kind === "time" || areQuantities(someValuesOf(values));
    if (all > 0 && !isMostly(this.values, this.unreadable, measured)) {
      const { count, sample } = this.unreadable;
      const why = { unreadable: count, of: all, example: sample[0] ?? "" };
      return { why: { code: `kind.demoted-${kind}`, values: why }, sample };
    }
    const example = this.codes.examples[0];
    if (example === undefined) return null;
    if (this.codes.count <= all * MAX_CODE_SHARE && !(this.tellsCodes && values.every(isWhole))) return null;
    return {
      why: { code: "kind.demoted-codes", values: { codes: this.codes.count, of: all, example } },
      sample: [],
    };
  }

  private markNotes(column: string): readonly Note[] {
    const { limits, noted } = this.reading;
    const told = (tally: CellTally, code: "read.limits" | "read.noted"): readonly Note[] =>
      tally.count === 0 ? [] : [{ code, values: { column, count: tally.count, example: tally.examples[0] ?? "" } }];
    return [...told(limits, "read.limits"), ...told(noted, "read.noted")];
  }

  private roundedNotes(column: string): readonly Note[] {
    const { count, examples } = this.rounded;
    return count === 0 ? [] : [{ code: "read.rounded", values: { column, count, example: examples[0] ?? "" } }];
  }

  private noteCode(cell: string): void {
    this.codes.add(cell);
    if (losesDigits(cell)) this.rounded.add(cell);
    this.tellsCodes ||= cell.startsWith("0") || losesDigits(cell) || !isDigits(cell);
  }
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 32) return false;
  return true;
}

function isWhole(value: number): boolean {
  return Number.isNaN(value) || (Number.isInteger(value) && value >= 0);
}
