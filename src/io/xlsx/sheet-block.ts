import type { SheetTally } from "./sheet-tally";

/** What a cell of a sheet holds: a number as such, a moment, a shared word; all from `written` on only as text. */
export const HOLDS = { number: 0, moment: 1, word: 2, written: 3, literal: 4, truth: 5, date: 6 } as const;

export type Holds = (typeof HOLDS)[keyof typeof HOLDS];

/** Cells of some rows of a sheet, row after row, as places in the bytes of its XML; no strings are made. */
export class SheetBlock {
  rows = 0;
  cells = 0;
  /** Where a row stands in the sheet, from 1. */
  numbers = new Int32Array(1024);
  /** Its cells are `firsts[row]` to `firsts[row + 1]` (excluded). */
  firsts = new Int32Array(1025);
  /** Where its XML begins. */
  places = new Int32Array(1024);
  /** How many errors, and formulas without a result, the sheet has before it. */
  errors = new Int32Array(1024);
  lacking = new Int32Array(1024);
  /** By cell: its column, from 0; what it holds; its style, -1 for none. */
  columns = new Int32Array(16_384);
  holds = new Uint8Array(16_384);
  styles = new Int32Array(16_384);
  /** By cell: the number, the milliseconds since 1970 of a moment, or the place of a word in the list of shared ones. */
  values = new Float64Array(16_384);
  /** By cell: where the XML of its value begins and ends. */
  starts = new Int32Array(16_384);
  ends = new Int32Array(16_384);

  /** Adds a cell, whose value stands in `values[cells]` already: there is always room for one more. */
  add(column: number, holds: Holds, style: number, start: number, end: number): void {
    const cell = this.cells++;
    if (this.cells === this.columns.length) this.growCells();
    this.columns[cell] = column;
    this.holds[cell] = holds;
    this.styles[cell] = style;
    this.starts[cell] = start;
    this.ends[cell] = end;
  }

  /** Ends a row: its cells are those that were added since the last one. `before`: what the sheet had in front of it. */
  endRow(number: number, place: number, before: Pick<SheetTally, "errors" | "noResult">): void {
    if (this.rows === this.numbers.length) this.growRows();
    this.errors[this.rows] = before.errors;
    this.lacking[this.rows] = before.noResult;
    this.numbers[this.rows] = number;
    this.places[this.rows] = place;
    this.firsts[++this.rows] = this.cells;
  }

  /** Takes away the first rows; `bytes`: by how many places the rest moves to the front. */
  drop(rows: number, bytes: number): void {
    const cells = this.firsts[rows]!;
    for (const list of [this.columns, this.holds, this.styles, this.values, this.starts, this.ends])
      list.copyWithin(0, cells, this.cells);
    this.numbers.copyWithin(0, rows, this.rows);
    this.places.copyWithin(0, rows, this.rows);
    this.errors.copyWithin(0, rows, this.rows);
    this.lacking.copyWithin(0, rows, this.rows);
    this.firsts.copyWithin(0, rows, this.rows + 1);
    this.rows -= rows;
    this.cells -= cells;
    for (let row = 0; row <= this.rows; row++) this.firsts[row]! -= cells;
    for (let row = 0; row < this.rows; row++) this.places[row]! -= bytes;
    for (let cell = 0; cell < this.cells; cell++) {
      this.starts[cell]! -= bytes;
      this.ends[cell]! -= bytes;
    }
  }

  private growCells(): void {
    this.columns = larger(this.columns, Int32Array);
    this.holds = larger(this.holds, Uint8Array);
    this.styles = larger(this.styles, Int32Array);
    this.values = larger(this.values, Float64Array);
    this.starts = larger(this.starts, Int32Array);
    this.ends = larger(this.ends, Int32Array);
  }

  private growRows(): void {
    this.numbers = larger(this.numbers, Int32Array);
    this.places = larger(this.places, Int32Array);
    this.errors = larger(this.errors, Int32Array);
    this.lacking = larger(this.lacking, Int32Array);
    const firsts = new Int32Array(this.numbers.length + 1);
    firsts.set(this.firsts);
    this.firsts = firsts;
  }
}

function larger<T extends Int32Array | Uint8Array | Float64Array>(list: T, make: new (length: number) => T): T {
  const twice = new make(list.length * 2);
  twice.set(list);
  return twice;
}
