import { NumberBytes } from "./number-bytes";
import { CELLS, type CellsOf, type RowBytes } from "./row-bytes";

const { placed: PLACED, numbers: NUMBERS, watched: WATCHED } = CELLS;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BLANK = 32;
const BEYOND_ASCII = 0x80;
/** How the bytes of UTF-8 begin that continue a character, and the first of those that are two characters in a string. */
const CONTINUES = 0x80;
const CONTINUES_MASK = 0xc0;
const FIRST_OF_TWO = 0xf0;
/** Numbers of a cell that is no plain number: row, column, start and end. */
export const NUMBERS_PER_ODD = 4;

/**
 * Goes through rows that leave no question, byte by byte: as many cells as the table is wide, quotes only around whole
 * cells. Numbers are read where they stand; of other cells that are wanted, it is noted where they stand in the text. It
 * stops before the first other row, for others to look at.
 */
export class RowScan {
  /** Rows that were read. */
  rows = 0;
  /** By row, and one behind them: where it begins in the bytes. */
  readonly rowStarts: Int32Array;
  /** By row and placed column: characters from the beginning of the first row. */
  readonly starts: Int32Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
  /** By column of numbers; NaN where there is none. */
  readonly values: readonly (Float64Array | null)[];
  /** Cells of columns of numbers that are no plain ones, in the order of the rows. */
  readonly odd: number[] = [];
  /** Characters of the rows. */
  characters = 0;
  isAscii = true;
  /** How many columns are placed. */
  readonly placed: number;
  private readonly number: NumberBytes;
  private readonly kinds: Uint8Array;
  /** Numbers by column that are looked at again, as they may mean "no value". */
  private readonly doubted: readonly (Float64Array | null)[];
  /** Bytes before and among the rows that are no characters of their own. */
  private shift = 0;
  private seen = 0;
  private isFilled = false;

  constructor(
    private readonly marks: RowBytes,
    columns: readonly CellsOf[],
    /** Rows that are read at a time. */
    readonly most: number,
  ) {
    const isNumbers = (kind: number) => kind === CELLS.numbers || kind === CELLS.watched;
    this.kinds = Uint8Array.from(columns, ({ kind }) => kind);
    this.placed = columns.filter(({ kind }) => kind === CELLS.placed).length;
    this.doubted = columns.map(({ doubted }) => (doubted.length > 0 ? Float64Array.from(doubted) : null));
    this.number = new NumberBytes(marks.point);
    this.starts = new Int32Array(this.placed * most);
    this.ends = new Int32Array(this.placed * most);
    this.rowStarts = new Int32Array(most + 1);
    this.values = columns.map(({ kind }) => (isNumbers(kind) ? new Float64Array(most) : null));
  }

  /** Reads rows of `bytes`, which end with a line feed, from `from` on. */
  run(bytes: Uint8Array, from: number): void {
    const { most, rowStarts, odd } = this;
    this.odd.length = 0;
    this.seen = 0;
    this.shift = from;
    let { shift } = this;
    let at = from;
    let row = 0;
    for (rowStarts[0] = from; row < most && at < bytes.length; row++) {
      at = this.readRow(bytes, at, row);
      if (at < 0 || !this.isFilled) break;
      rowStarts[row + 1] = at;
      ({ shift } = this);
    }
    while (odd.length > 0 && odd[odd.length - NUMBERS_PER_ODD]! >= row) odd.length -= NUMBERS_PER_ODD;
    this.rows = row;
    this.characters = rowStarts[row]! - shift;
    this.isAscii = this.seen === 0;
  }

  /** Where the next row begins; -1 where this one leaves a question. */
  private readRow(bytes: Uint8Array, from: number, row: number): number {
    const { kinds, values, number, doubted } = this;
    const { delimiter, quote } = this.marks;
    const last = kinds.length - 1;
    let place = row * this.placed;
    let at = from;
    this.isFilled = false;
    for (let column = 0; column <= last; column++) {
      const kind = kinds[column]!; // column <= last
      const isQuoted = bytes[at] === quote;
      const start = isQuoted ? at + 1 : at;
      let end = -1;
      if (kind >= NUMBERS) {
        let first = start;
        while (bytes[first] === BLANK) first++;
        const own = values[column]!; // a column of numbers
        end = number.read(bytes, first, own, row);
        if (end >= 0 && doubted[column]?.includes(own[row]!) === true) end = -1;
        if (end >= 0) {
          while (bytes[end] === BLANK) end++;
          const next = bytes[end];
          const isWhole = isQuoted
            ? next === quote
            : next === delimiter || next === LINE_FEED || next === CARRIAGE_RETURN;
          if (isWhole) this.isFilled = true;
          else end = -1;
        }
      }
      if (end < 0) {
        const before = this.shift;
        end = this.endOf(bytes, start, isQuoted);
        if (end < 0) return -1;
        if (kind === PLACED) {
          this.starts[place] = start - before;
          this.ends[place++] = end - this.shift;
        } else if (kind >= NUMBERS) {
          values[column]![row] = Number.NaN;
          if (end > start || kind === WATCHED) this.odd.push(row, column, start - before, end - this.shift);
        }
      }
      at = isQuoted ? end + 1 : end;
      if (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED) at++;
      if (bytes[at] !== (column === last ? LINE_FEED : delimiter)) return -1;
      at++;
    }
    return at;
  }

  /** Where the cell ends that begins at `start`; -1 where its quotes leave a question. */
  private endOf(bytes: Uint8Array, start: number, isQuoted: boolean): number {
    const { delimiter, quote, escape, isUtf8 } = this.marks;
    let at = start;
    let code = bytes[at]!; // a line feed stops it, at the latest
    let isFilled = false;
    while (code !== LINE_FEED && code !== quote && (isQuoted || code !== delimiter)) {
      if (isQuoted && code === escape) return -1;
      if (code > BLANK) isFilled = true;
      if (code >= BEYOND_ASCII) {
        this.seen |= code;
        if (isUtf8 && (code & CONTINUES_MASK) === CONTINUES) this.shift++;
        else if (isUtf8 && code >= FIRST_OF_TWO) this.shift--;
      }
      code = bytes[++at]!;
    }
    if ((code === quote) !== isQuoted) return -1;
    if (isFilled) this.isFilled = true;
    const isReturned = !isQuoted && code === LINE_FEED && at > start && bytes[at - 1] === CARRIAGE_RETURN;
    return isReturned ? at - 1 : at;
  }
}
