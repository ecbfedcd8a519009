import { CellTable } from "./cell-table";
import type { CellMarks, Closing } from "./cell-marks";
import { cutLine } from "./cut-line";
import { looksLikeRow, shapeOf, type RowShape } from "./row-shape";
import { countOf, type Split } from "./split";

/** A row as it was read, before anyone asks whether its quotes were meant so. */
interface Row {
  /** Behind its line break; -1 when it does not end in the text. */
  readonly end: number;
  readonly cells: number;
  readonly quoted: boolean;
  /** Whether a quote stands where none may stand. */
  readonly odd: boolean;
  /** Line breaks in the cell that has most. */
  readonly breaks: number;
  /** Whether a quoted cell does not close, in the text or within the lines that were allowed. */
  readonly open: boolean;
}

/** Lines behind an opening quote that are looked at to tell a long cell from a quote that swallows rows. */
const LINES_LOOKED_AT = 8;
/** A cell with more line breaks than this is told. */
export const MANY_BREAKS = 10;
/** Rows, and characters of them, that tell what a row looks like. */
const SHAPE_SAMPLE_LIMITS = { rows: 50, characters: 256 * 1024 };

/**
 * Cuts text with quoted cells into rows, as RFC 4180 says, and looks again where that cannot be meant: a quote that
 * stands inside of a cell with no mark before it, a cell that never closes, or one that runs over lines which are whole
 * rows themselves. There the quote was an ordinary character if the line then is a row like the others.
 */
export class QuotedRows {
  private shape: RowShape | null = null;
  private text = "";
  private isLast = false;
  private table = new CellTable();
  private cells = 0;
  private extra: string[] = [];
  private extraLength = 0;

  constructor(private readonly marks: CellMarks) {}

  split(text: string, isLast: boolean, table: CellTable): Split {
    this.begin(text, isLast, table);
    let at = 0;
    let oddRows = 0;
    let oddAt = -1;
    let plainRows = 0;
    let quotedRows = 0;
    let longCells = 0;
    let longAt = -1;
    let mayBeLong = true;
    while (at < text.length) {
      const first = table.firsts[table.rows]!;
      let row = this.readRow(at, LINES_LOOKED_AT);
      let plain: readonly string[] | null = null;
      if (row.odd || row.breaks > 0 || row.open) {
        plain = this.otherReading(at, row);
        if (!plain && row.open && mayBeLong) {
          this.cells = first;
          row = this.readRow(at, Number.POSITIVE_INFINITY);
          // Nothing behind is searched to the end once more.
          mayBeLong = !row.open;
        }
        // What never closes was never opened: the line stands for itself.
        if (!plain && row.open && isLast) plain = cutLine(this.lineAt(at), this.marks, "strict");
      }
      if (!plain && (row.end < 0 || row.open)) break;
      if (plain) this.putLine(first, plain);
      if (plain) plainRows++;
      else if (row.quoted) quotedRows++;
      if (plain || row.odd) {
        oddRows++;
        if (oddAt < 0) oddAt = at;
      } else if (row.breaks > MANY_BREAKS) {
        longCells++;
        if (longAt < 0) longAt = at;
      }
      table.firsts[++table.rows] = this.cells;
      at = plain ? Math.min(text.length, at + this.lineAt(at).length + 1) : row.end;
    }
    table.text = this.extra.length === 0 ? text : text + this.extra.join("");
    return {
      cursor: at,
      lines: this.linesUntil(at),
      oddRows,
      oddLine: this.linesUntil(oddAt),
      plainRows,
      quotedRows,
      longCells,
      longLine: this.linesUntil(longAt),
    };
  }

  private begin(text: string, isLast: boolean, table: CellTable): void {
    table.reset(text, text.length + 1, text.length + 1);
    this.text = text;
    this.isLast = isLast;
    this.table = table;
    this.cells = 0;
    this.extra = [];
    this.extraLength = 0;
  }

  /** Reads the row at `at` as its quotes say; a cell may run over so many lines. */
  private readRow(at: number, maxBreaks: number): Row {
    const { text, marks } = this;
    const first = this.cells;
    const together = marks.cut.delimiter === " ";
    let quoted = false;
    let odd = false;
    let breaks = 0;
    for (;;) {
      const inner = marks.behindBlanks(text, at);
      const isQuoted = marks.isQuote(text, inner);
      const isLoose = inner > at;
      const most = isLoose ? Math.min(maxBreaks, LINES_LOOKED_AT) : maxBreaks;
      const close = isQuoted ? marks.closing(text, inner + 1, most, isLoose) : null;
      // Behind blanks a quote opens a cell only if the cell is whole: `5, "quoted" word`.
      if (close && (!isLoose || this.mayBeWhole(close, most))) {
        quoted = true;
        odd ||= close.odd;
        breaks = Math.max(breaks, close.breaks);
        if (close.at < 0) return { end: -1, cells: this.cells - first, quoted, odd, breaks, open: true };
        if (close.escaped) this.putText(marks.unescaped(text.slice(inner + 1, close.at)));
        else this.put(inner + 1, close.at);
        at = marks.cellEnd(text, close.at + 1);
      } else {
        const start = at;
        at = marks.cellEnd(text, at);
        const isRowEnd = at === text.length || marks.isNewline(text, at);
        const end = isRowEnd && at > start && text[at - 1] === "\r" ? at - 1 : at;
        if (!together || end > start) this.put(start, end);
      }
      if (at >= text.length)
        return { end: this.isLast ? at : -1, cells: this.cells - first, quoted, odd, breaks, open: false };
      if (marks.isNewline(text, at))
        return { end: at + 1, cells: this.cells - first, quoted, odd, breaks, open: false };
      at += marks.cut.delimiter.length;
    }
  }

  private mayBeWhole({ at, breaks, odd }: Closing, most: number): boolean {
    return !odd && (at >= 0 || (breaks <= most && !this.isLast));
  }

  /** The first line of a doubtful row as a row of its own, when that is what it looks like. */
  private otherReading(at: number, row: Row): readonly string[] | null {
    const shape = (this.shape ??= this.shapeOfText());
    const isDoubtful = row.odd || row.open;
    if (row.breaks === 0 && !row.open && row.cells === shape.width) return null;
    // A cell that opens and closes as it should is only doubted where values stand where values belong.
    if (!isDoubtful && shape.values.length === 0) return null;
    const line = this.lineAt(at);
    const strict = cutLine(line, this.marks, "strict");
    const ways = isDoubtful ? [strict, cutLine(line, this.marks, "eager")] : [strict];
    const other = ways.find((cells) => cells.length === shape.width);
    if (row.breaks === 0 && !row.open) return other ?? null;
    if (!other && (!isDoubtful || shape.width < 2)) return null;
    return this.hidesRows(at + line.length + 1, row, shape) ? (other ?? strict) : null;
  }

  /** Whether the lines behind the first one, as far as a cell runs over them, are rows. */
  private hidesRows(from: number, row: Row, shape: RowShape): boolean {
    const { text } = this;
    const end = row.open || row.end < 0 ? text.length : row.end;
    let lines = 0;
    let rows = 0;
    for (let at = from; at < end && lines < LINES_LOOKED_AT; lines++) {
      const line = this.lineAt(at);
      const isWhole = at + line.length < text.length || this.isLast;
      if (!isWhole) break;
      if (looksLikeRow(cutLine(line, this.marks, "strict"), shape)) rows++;
      at += line.length + 1;
    }
    // The last piece of the text decides; before it, too few lines do not.
    if (row.open && lines < LINES_LOOKED_AT && !this.isLast) return false;
    return lines > 0 && rows * 2 >= lines;
  }

  /** What rows look like, from the first ones of the text of which the quotes are in no doubt. */
  private shapeOfText(): RowShape {
    const { text, cells, extraLength } = this;
    const extras = this.extra.length;
    const rows: string[][] = [];
    const until = Math.min(text.length, SHAPE_SAMPLE_LIMITS.characters);
    const all: string[][] = [];
    let mayBeLong = true;
    for (let at = 0; at < until && all.length < SHAPE_SAMPLE_LIMITS.rows;) {
      const first = this.cells;
      let row = this.readRow(at, LINES_LOOKED_AT);
      if (row.open && mayBeLong) {
        this.cells = first;
        row = this.readRow(at, Number.POSITIVE_INFINITY);
        mayBeLong = !row.open;
      }
      const line = this.lineAt(at);
      if (line.trim() !== "") all.push(cutLine(line, this.marks, "strict"));
      const isClean = row.end >= 0 && !row.odd && !row.open;
      if (isClean && line.trim() !== "") rows.push(this.cellsFrom(first, extras, extraLength));
      this.cells = first;
      at = isClean ? row.end : at + line.length + 1;
    }
    this.cells = cells;
    this.extra.length = extras;
    this.extraLength = extraLength;
    return shapeOf(rows.length > 0 ? rows : all);
  }

  private cellsFrom(first: number, extras: number, extraLength: number): string[] {
    const { starts, ends } = this.table;
    const extra = this.extra.slice(extras).join("");
    const length = this.text.length + extraLength;
    return Array.from({ length: this.cells - first }, (_, i) => {
      const start = starts[first + i]!;
      const end = ends[first + i]!;
      return start < this.text.length ? this.text.slice(start, end) : extra.slice(start - length, end - length);
    });
  }

  private lineAt(at: number): string {
    const end = this.text.indexOf(this.marks.newline, at);
    return this.text.slice(at, end < 0 ? this.text.length : end);
  }

  private linesUntil(at: number): number {
    return countOf(this.text, this.marks.newline, Math.max(0, at));
  }

  private putLine(first: number, cells: readonly string[]): void {
    this.cells = first;
    const last = cells.length - 1;
    cells.forEach((cell, i) => this.putText(i === last && cell.endsWith("\r") ? cell.slice(0, -1) : cell));
  }

  private put(start: number, end: number): void {
    this.table.starts[this.cells] = start;
    this.table.ends[this.cells++] = end;
  }

  /** A cell that does not stand in the text as it is: it is laid behind it. */
  private putText(cell: string): void {
    const start = this.text.length + this.extraLength;
    this.extra.push(cell);
    this.extraLength += cell.length;
    this.put(start, start + cell.length);
  }
}
