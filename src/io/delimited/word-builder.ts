import type { IsMissing } from "../../core/data/missing-words";
import { KNOWN, type TypedRows } from "../cells/typed-rows";
import type { CellTable } from "./cell-table";
import { CellTally } from "./cell-tally";
import type { BuiltColumn, ColumnBuilder } from "./column-builder";
import { detached, detachedAll, joined } from "./joined";

/** A dictionary larger than this is no category any more. */
const MAX_LEVELS = 50_000;
/** Only from here on does the share of distinct values say something. */
const MIN_ROWS_FOR_SHARE = 10_000;

/** Words are read as they stand. */
const AS_THEY_STAND = {
  unreadable: { count: 0, examples: [] },
  demoted: null,
  changed: null,
  reordered: null,
  notes: [],
};

/** Builds text columns; cells are trimmed, missing ones empty. */
export class TextBuilder implements ColumnBuilder {
  constructor(
    private readonly isMissing: IsMissing,
    private readonly parts: string[][] = [],
    private readonly emptied = new CellTally(),
  ) {}

  append(table: CellTable, rows: Int32Array, column: number): void {
    const { text, starts, ends, firsts } = table;
    const part = new Array<string>(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const cell = row < 0 ? -1 : firsts[row]! + column;
      part[i] = row >= 0 && cell < firsts[row + 1]! ? this.wordOf(text.slice(starts[cell], ends[cell])) : "";
    }
    this.parts.push(detachedAll(part));
  }

  take({ cells, width, text }: TypedRows, rows: Int32Array, column: number): void {
    const part = new Array<string>(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const cell = cells[rows[i]! * width + column]!;
      part[i] = cell < 0 ? "" : this.wordOf(text(cell));
    }
    this.parts.push(detachedAll(part));
  }

  private wordOf(cell: string): string {
    const word = cell.trim();
    if (!this.isMissing(word, 0, word.length)) return word;
    if (word !== "") this.emptied.add(word);
    return "";
  }

  finish(name: string): BuiltColumn {
    const values = this.parts.flat();
    this.parts.length = 0;
    return { column: { kind: "text", name, values }, emptied: this.emptied.met, ...AS_THEY_STAND };
  }
}

/**
 * Builds category columns: a dictionary and a code per row. One that outgrows its dictionary (more
 * than 50,000 levels, or after 10,000 rows more than half of them distinct) goes on as text, with
 * nothing read again, unless a person chose the kind.
 */
export class CategoryBuilder implements ColumnBuilder {
  private readonly codeOf = new Map<string, number>();
  private readonly codeOfCell = new Map<string, number>();
  private readonly codeOfPlace = new Map<number, number>();
  private readonly levels: string[] = [];
  private readonly parts: Int32Array[] = [];
  private readonly emptied = new CellTally();
  private rows = 0;
  private asText: TextBuilder | null = null;

  constructor(
    private readonly isMissing: IsMissing,
    private readonly fixed: boolean,
  ) {}

  append(table: CellTable, rows: Int32Array, column: number): void {
    if (this.asText) {
      this.asText.append(table, rows, column);
      return;
    }
    const { text, starts, ends, firsts } = table;
    const part = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const cell = row < 0 ? -1 : firsts[row]! + column;
      const isEmpty = row < 0 || cell >= firsts[row + 1]! || starts[cell] === ends[cell];
      part[i] = isEmpty ? -1 : this.codeAnew(text.slice(starts[cell], ends[cell]), -1);
    }
    this.parts.push(part);
    this.rows += rows.length;
    if (!this.fixed && this.hasOutgrown()) this.becomeText();
  }

  take(typed: TypedRows, rows: Int32Array, column: number): void {
    if (this.asText) {
      this.asText.take(typed, rows, column);
      return;
    }
    const { cells, width, known, values, text } = typed;
    const part = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const cell = cells[rows[i]! * width + column]!;
      if (cell < 0) part[i] = -1;
      else {
        const place = known[cell] === KNOWN.word ? values[cell]! : -1;
        const code = place < 0 ? -1 : (this.codeOfPlace.get(place) ?? -1);
        part[i] = code < 0 ? this.codeAnew(text(cell), place) : code;
      }
    }
    this.parts.push(part);
    this.rows += rows.length;
    if (!this.fixed && this.hasOutgrown()) this.becomeText();
  }

  finish(name: string): BuiltColumn {
    if (this.asText) {
      const changed = { code: "kind.outgrew" as const, values: { levels: this.levels.length, rows: this.rows } };
      return { ...this.asText.finish(name), changed };
    }
    const codes = joined(this.parts, Int32Array);
    const column = { kind: "category" as const, name, codes, levels: this.levels };
    return { column, emptied: this.emptied.met, ...AS_THEY_STAND };
  }

  /** The code of a cell by its text; `place`: that of the word in a list, -1 for none. */
  private codeAnew(cell: string, place: number): number {
    const code = this.codeOfCell.get(cell) ?? this.learn(cell);
    if (code < 0 && cell.trim() !== "") this.emptied.add(cell);
    if (place >= 0) this.codeOfPlace.set(place, code);
    return code;
  }

  /** The code of a cell that was not met before in this spelling. */
  private learn(cell: string): number {
    const own = detached(cell);
    const level = own.trim();
    let code = this.isMissing(level, 0, level.length) ? -1 : this.codeOf.get(level);
    if (code === undefined) {
      code = this.levels.length;
      this.levels.push(level);
      this.codeOf.set(level, code);
    }
    this.codeOfCell.set(own, code);
    return code;
  }

  private hasOutgrown(): boolean {
    const distinct = this.levels.length;
    return distinct > MAX_LEVELS || (this.rows >= MIN_ROWS_FOR_SHARE && distinct > this.rows / 2);
  }

  private becomeText(): void {
    const parts = this.parts.map((part) => Array.from(part, (code) => (code < 0 ? "" : this.levels[code]!)));
    this.parts.length = 0;
    this.codeOf.clear();
    this.codeOfCell.clear();
    this.codeOfPlace.clear();
    this.asText = new TextBuilder(this.isMissing, parts, this.emptied);
  }
}
