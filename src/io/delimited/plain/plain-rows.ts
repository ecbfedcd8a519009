import type { Dialect } from "../../../core/data/dialect";
import { type Decoder, decoderFor } from "../../encoding/decoder";
import { CellTable } from "../cell-table";
import type { ColumnBuilder } from "../column-builder";
import type { RowGate } from "../row-gate";
import type { SplitCells } from "../split";
import { cellSplitter } from "../split-cells";
import { ValueBuilder } from "../value-builder";
import { type CellsOf, CELLS, type RowBytes } from "./row-bytes";
import { NUMBERS_PER_ODD, RowScan } from "./scan-rows";

/** Encodings in which a byte below 128 is always the character of ASCII, and never a part of another. */
const WITH_ASCII = /^(?:utf-8|windows-125\d|iso-8859-\d+|koi8-[ru]|macintosh|ibm\d+)$/i;
/** Marks that numbers are written with are no separators here. */
const MARK_OF_NUMBERS = /[\d+\-eE\s]/;
/** Cells that are gone through at a time, about as many as a piece of a file has. */
const CELLS_AT_ONCE = 256 * 1024;

/** What came of a look at some bytes. */
export interface Taken {
  /** Rows that were taken. */
  readonly rows: number;
  /** Where in the bytes the next one begins. */
  readonly stop: number;
  /** Whether that one leaves a question. */
  readonly isDoubtful: boolean;
}

/** Takes rows that leave no question from the bytes of a file into the columns: numbers never become text. */
export class PlainRows {
  private readonly scan: RowScan;
  private readonly split: SplitCells;
  private readonly every: Int32Array;
  private readonly table = new CellTable();
  private readonly one = new CellTable();
  private readonly decoder: Decoder;
  /** By column; -1: it is not placed. */
  private readonly places: readonly number[];
  private readonly telling: readonly number[];

  private constructor(
    private readonly gate: RowGate,
    private readonly builders: readonly (ColumnBuilder | null)[],
    marks: RowBytes,
    dialect: Dialect,
  ) {
    const { encoding } = dialect;
    const telling = gate.telling.columns;
    const columns = builders.map((builder, column) => cellsOf(builder, telling.has(column), marks.point));
    this.telling = [...telling].sort((a, b) => a - b);
    this.split = cellSplitter(dialect, "\n");
    let places = 0;
    this.places = columns.map(({ kind }) => (kind === CELLS.placed ? places++ : -1));
    this.scan = new RowScan(marks, columns, Math.ceil(CELLS_AT_ONCE / columns.length));
    // The mark of another file's beginning is a part of its first cell.
    this.decoder = /^utf-8$/i.test(encoding) ? new TextDecoder(encoding, { ignoreBOM: true }) : decoderFor(encoding);
    this.every = Int32Array.from({ length: this.scan.rowStarts.length }, (_, row) => row);
    this.table.firsts = Int32Array.from({ length: this.scan.rowStarts.length }, (_, row) => row * places);
  }

  /** Null where the dialect leaves questions that a byte does not answer. */
  static of(dialect: Dialect, gate: RowGate, builders: readonly (ColumnBuilder | null)[]): PlainRows | null {
    const { delimiter, quote, escape, encoding } = dialect;
    if (
      builders.length < 2 ||
      builders.length !== gate.width ||
      !WITH_ASCII.test(encoding) ||
      gate.telling.mayBeNumbers
    )
      return null;
    if (!isByte(delimiter) || MARK_OF_NUMBERS.test(delimiter.replace("\t", ""))) return null;
    if ((quote !== "" && !isByte(quote)) || (escape !== "" && !isByte(escape))) return null;
    const points = builders.map((builder) => (builder instanceof ValueBuilder ? builder.point : null));
    const point = points.find((one) => one !== null && one !== delimiter);
    if (point === undefined) return null;
    const marks: RowBytes = {
      delimiter: delimiter.charCodeAt(0),
      quote: quote === "" ? -1 : quote.charCodeAt(0),
      escape: escape === "" || escape === quote ? -1 : escape.charCodeAt(0),
      point: point!.charCodeAt(0), // a mark
      isUtf8: /^utf-8$/i.test(encoding),
    };
    return new PlainRows(gate, builders, marks, dialect);
  }

  /**
   * Takes rows of `bytes`, which end with a line feed, from `from` on, until one leaves a question. `isClear` is asked once
   * there are some: whether all before them is settled, and leaves them no question.
   */
  take(bytes: Uint8Array, from: number, isClear: () => boolean): Taken {
    const { scan, table, gate, builders, places } = this;
    scan.run(bytes, from);
    const text = scan.rows > 0 ? this.textOf(bytes, from) : null;
    if (text === null) return { rows: 0, stop: from, isDoubtful: true };
    table.text = text;
    table.starts = scan.starts;
    table.ends = scan.ends;
    table.rows = this.rowsWithoutDoubt(bytes);
    if (table.rows === 0 || !isClear()) return { rows: 0, stop: from, isDoubtful: true };
    const { rows } = table;
    const kept = gate.admitAll(rows);
    const all = kept ?? this.every.subarray(0, rows);
    const parts = scan.values.map((values, column) => {
      const builder = builders[column];
      if (!values || !(builder instanceof ValueBuilder)) return null;
      const part = kept ? Float64Array.from(kept, (row) => values[row]!) : values.subarray(0, rows);
      builder.count(part);
      return part;
    });
    this.settleOdd(parts, all);
    parts.forEach((part, column) => {
      const builder = builders[column];
      if (part && builder instanceof ValueBuilder) builder.add(part);
    });
    builders.forEach((builder, column) => {
      if (places[column]! >= 0) builder?.append(table, all, places[column]!);
    });
    const stop = scan.rowStarts[rows]!;
    return { rows, stop, isDoubtful: stop < bytes.length && rows < scan.most };
  }

  /** The text of the rows, where anybody asks for it; null where it does not say what stands where. */
  private textOf(bytes: Uint8Array, from: number): string | null {
    const { scan } = this;
    if (scan.isAscii && scan.placed === 0 && scan.odd.length === 0) return "";
    const text = this.decoder.decode(bytes.subarray(from, scan.rowStarts[scan.rows]));
    return text.length === scan.characters && (scan.isAscii || !text.includes("\ufffd")) ? text : null;
  }

  /** How many rows stand before the first one that may be none. */
  private rowsWithoutDoubt(bytes: Uint8Array): number {
    const { scan, table, places } = this;
    const { telling } = this.gate;
    let rows = scan.rows;
    const look = (row: number, column: number, start: number, end: number) => {
      if (row < rows && telling.includes(table.text, start, end, column) && !this.isRow(bytes, row)) rows = row;
    };
    for (const column of this.telling) {
      const place = places[column]!;
      if (place < 0) continue;
      for (let row = 0; row < rows; row++) {
        const cell = table.firsts[row]! + place;
        look(row, column, table.starts[cell]!, table.ends[cell]!);
      }
    }
    const { odd } = scan;
    for (let at = 0; at < odd.length && odd[at]! < rows; at += NUMBERS_PER_ODD)
      if (this.telling.includes(odd[at + 1]!)) look(odd[at]!, odd[at + 1]!, odd[at + 2]!, odd[at + 3]!);
    return rows;
  }

  private isRow(bytes: Uint8Array, row: number): boolean {
    const { rowStarts } = this.scan;
    this.split(this.decoder.decode(bytes.subarray(rowStarts[row], rowStarts[row + 1])), true, this.one);
    return this.gate.isRow(this.one.row(0));
  }

  /** Reads the cells that are no plain numbers, where their rows are kept. */
  private settleOdd(parts: readonly (Float64Array | null)[], kept: Int32Array): void {
    const { odd } = this.scan;
    let at = 0;
    for (let i = 0; i < odd.length; i += NUMBERS_PER_ODD) {
      const row = odd[i]!;
      while (at < kept.length && kept[at]! < row) at++;
      if (at === kept.length) return;
      const column = odd[i + 1]!;
      const builder = this.builders[column];
      if (kept[at] === row && builder instanceof ValueBuilder)
        parts[column]![at] = builder.valueOf(this.table.text, odd[i + 2]!, odd[i + 3]!);
    }
  }
}

function isByte(mark: string): boolean {
  return mark.length === 1 && mark.charCodeAt(0) < 128;
}

/** Numbers with another decimal mark than `point` are read from their text. */
function cellsOf(builder: ColumnBuilder | null, isTelling: boolean, point: number): CellsOf {
  if (!builder) return { kind: isTelling ? CELLS.placed : CELLS.passed, doubted: [] };
  if (!(builder instanceof ValueBuilder) || builder.point?.charCodeAt(0) !== point)
    return { kind: CELLS.placed, doubted: [] };
  return { kind: isTelling ? CELLS.watched : CELLS.numbers, doubted: builder.noValue };
}
