import type { HeaderLines } from "../../core/data/dialect";
import type { SamplePlan } from "../../core/data/read-plan";
import { Aside } from "./aside";
import type { CellTable } from "./cell-table";
import { linesBefore } from "./held-rows";
import { coin, note, type RowCount } from "./row-counts";
import { isTitleLine, isWordlessSum, type StrayKind, strayOf, type TableForm } from "./table-form";
import { mayBeComment, TellingCells } from "./telling-cells";

/** A row of missing values that stands for an empty line. */
const EMPTY_ROW = -1;

/**
 * Decides row by row what becomes of it: the header and empty lines stay outside, a sample lets only
 * some rows in, and rows with too few or too many cells are counted. In a table of one column an
 * empty line is a missing value, except at the end of the file.
 */
export class RowGate {
  /** Data rows so far, kept or not. */
  seen = 0;
  kept = 0;
  emptyRows = 0;
  readonly shortRows: RowCount = { count: 0, first: [] };
  readonly longRows: RowCount = { count: 0, first: [] };
  private readonly positions: Uint32Array[] = [];
  private readonly isKept: (() => boolean) | null;
  /** Lines that are no rows. */
  readonly aside = new Aside();
  readonly width: number;
  readonly telling: TellingCells;
  private pendingEmpty = 0;
  /** How many were seen with the last row that was kept; -1 in a sample, where nothing is taken back. */
  private lastSeen = -1;
  /** Titles, of a page or below an empty line: rows, unless names follow. */
  private titles: number[] = [];
  private areBelowEmpty = false;
  private isWithinOther = false;
  /** Lines that stand above the header, and lines of it, that are still to come. */
  private above: number;
  private headerLines: number;
  private isWithinHeader = false;
  private rows = new Int32Array(0);
  private chunkPositions = new Uint32Array(0);
  private count = 0;

  constructor(
    private readonly form: TableForm,
    { first, count }: HeaderLines,
    sample: SamplePlan | null,
  ) {
    this.width = form.width;
    this.telling = new TellingCells(form);
    this.above = first - 1;
    this.headerLines = count;
    this.isKept = sample && sample.rows < sample.of ? coin(sample.rows / sample.of, sample.seed) : null;
  }

  /**
   * The rows of `table` that are kept (`EMPTY_ROW` for an empty line that counts); valid until the next call.
   * @param line of the file, on which the table begins
   */
  admit(table: CellTable, line = 1): Int32Array {
    const room = table.rows + this.pendingEmpty;
    if (this.rows.length < room) this.rows = new Int32Array(room);
    if (this.isKept && this.chunkPositions.length < room) this.chunkPositions = new Uint32Array(room);
    this.count = 0;
    for (let row = 0; row < table.rows; row++) {
      if (this.above > 0 || this.headerLines > 0) this.passHeader(table, row);
      else if (table.isEmpty(row)) this.pendingEmpty++;
      else if (this.isWithinOther) this.leaveOut("other-table", table, row, line);
      else if (!this.setAside(table, row, line)) this.take(table, row);
    }
    this.takeTitles(table);
    this.kept += this.count;
    if (this.isKept) this.positions.push(this.chunkPositions.slice(0, this.count));
    return this.rows.subarray(0, this.count);
  }

  /** Whether nothing that was read so far has a say in what the next rows are. */
  get isOpen(): boolean {
    return this.above === 0 && this.headerLines === 0 && this.pendingEmpty === 0 && !this.isWithinOther;
  }

  /** Whether a row of the usual width is one, where nothing before it has a say. */
  isRow(cells: readonly string[]): boolean {
    return strayOf(cells, this.form, false) === null;
  }

  /** Takes rows that are some, all of the usual width. Those that are kept, by position among them; null: all of them. */
  admitAll(rows: number): Int32Array | null {
    const from = this.seen;
    this.count = 0;
    if (this.isKept) {
      if (this.rows.length < rows) this.rows = new Int32Array(rows);
      if (this.chunkPositions.length < rows) this.chunkPositions = new Uint32Array(rows);
      for (let row = 0; row < rows; row++) this.keep(row);
      this.positions.push(this.chunkPositions.slice(0, this.count));
    } else {
      this.seen = from + rows;
      this.lastSeen = this.seen;
      this.count = rows;
    }
    this.kept += this.count;
    return this.isKept ? this.rows.slice(0, this.count) : null;
  }

  /** Positions of the kept rows among the data rows; null when every row was kept. */
  sourceRows(): Uint32Array | null {
    if (!this.isKept) return null;
    const all = new Uint32Array(this.kept);
    let at = 0;
    for (const part of this.positions) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  /** Whether a line among the rows is none; only those that could be none are looked at. */
  private setAside(table: CellTable, row: number, line: number): boolean {
    const first = table.firsts[row]!;
    const cells = table.firsts[row + 1]! - first;
    const isAfterEmpty = this.pendingEmpty > 0 || (this.titles.length > 0 && this.areBelowEmpty);
    const isAsUsual = cells === this.width && !isAfterEmpty && !mayBeComment(table.text, table.starts[first]!);
    if (isAsUsual && !this.mayBeNames(table, row, cells) && !this.mayBeOther(table, first)) return false;
    const texts = table.row(row);
    const stray = strayOf(texts, this.form, isAfterEmpty, isAfterEmpty ? nextOf(table, row) : undefined);
    if (stray === null) {
      const mayBeTitle = isAfterEmpty || (cells === 1 && this.width > 2);
      if (!mayBeTitle || this.width < 2 || !isTitleLine(texts)) return false;
      if (this.titles.length === 0) this.areBelowEmpty = isAfterEmpty;
      this.titles.push(row);
      return true;
    }
    if (stray === "repeated-header" && this.titles.length > 0) {
      for (const title of this.titles) this.leaveOut("page-title", table, title, line);
      this.titles = [];
    }
    if (stray === "other-table") {
      this.isWithinOther = true;
      this.leaveSum(table, line);
      for (const title of this.titles) this.leaveOut(stray, table, title, line);
      this.titles = [];
    }
    this.leaveOut(stray, table, row, line);
    return true;
  }

  private leaveOut(stray: StrayKind, table: CellTable, row: number, line: number): void {
    this.aside.add(stray, line + linesBefore(table, row), () => table.row(row));
  }

  /** The last row of a table that another one follows may be its sum. */
  private leaveSum(table: CellTable, line: number): void {
    const row = this.rows[this.count - 1] ?? -1;
    if (row < 0 || this.seen !== this.lastSeen || !isWordlessSum(table.row(row), this.form)) return;
    this.count--;
    this.seen--;
    this.leaveOut("total", table, row, line);
  }

  private mayBeOther({ text, starts, ends }: CellTable, first: number): boolean {
    const { lead } = this.form;
    return lead >= 0 && this.telling.mayLeadOther(text, starts[first + lead]!, ends[first + lead]!);
  }

  private mayBeNames({ text, starts, ends, firsts }: CellTable, row: number, cells: number): boolean {
    const { nameColumn } = this.telling;
    if (nameColumn < 0 || nameColumn >= cells) return false;
    const cell = firsts[row]! + nameColumn;
    return this.telling.mayBeName(text, starts[cell]!, ends[cell]!);
  }

  private take(table: CellTable, row: number): void {
    if (this.titles.length > 0) this.takeTitles(table);
    if (this.pendingEmpty > 0) this.settleEmpty();
    const cells = table.firsts[row + 1]! - table.firsts[row]!;
    if (cells !== this.width) this.countRagged(table, row, cells);
    this.keep(row);
  }

  private takeTitles(table: CellTable): void {
    const { titles } = this;
    this.titles = [];
    for (const title of titles) this.take(table, title);
  }

  private keep(row: number): void {
    const position = this.seen++;
    this.lastSeen = this.isKept ? -1 : this.seen;
    if (this.isKept) {
      if (!this.isKept()) return;
      this.chunkPositions[this.count] = position;
    }
    this.rows[this.count++] = row;
  }

  /** Empty lines before the header are none of its lines. */
  private passHeader(table: CellTable, row: number): void {
    if (this.above > 0) this.above--;
    else if (this.isWithinHeader || !table.isEmpty(row)) {
      this.isWithinHeader = true;
      this.headerLines--;
    }
  }

  /** Empty lines are settled only when something follows them. */
  private settleEmpty(): void {
    const empty = this.pendingEmpty;
    this.pendingEmpty = 0;
    if (this.width > 1) this.emptyRows += empty;
    else for (let i = 0; i < empty; i++) this.keep(EMPTY_ROW);
  }

  private countRagged(table: CellTable, row: number, cells: number): void {
    if (cells < this.width) note(this.shortRows, this.seen + 1);
    else {
      for (let cell = table.firsts[row]! + this.width; cell < table.firsts[row + 1]!; cell++)
        if (!table.isBlankCell(cell)) return note(this.longRows, this.seen + 1);
    }
  }
}

/** The cells of the next row that holds something; undefined where it is in another piece. */
function nextOf(table: CellTable, row: number): readonly string[] | undefined {
  for (let next = row + 1; next < table.rows; next++) if (!table.isEmpty(next)) return table.row(next);
  return undefined;
}
