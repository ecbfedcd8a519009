import type { IsMissing } from "../../core/data/missing-words";
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
      const word = row >= 0 && cell < firsts[row + 1]! ? text.slice(starts[cell], ends[cell]).trim() : "";
      const isMissing = this.isMissing(word, 0, word.length);
      part[i] = isMissing ? "" : word;
      if (isMissing && word !== "") this.emptied.add(word);
    }
    this.parts.push(detachedAll(part));
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
      if (row < 0 || cell >= firsts[row + 1]! || starts[cell] === ends[cell]) part[i] = -1;
      else {
        const word = text.slice(starts[cell], ends[cell]);
        const code = this.codeOfCell.get(word) ?? this.learn(word);
        if (code < 0 && word.trim() !== "") this.emptied.add(word);
        part[i] = code;
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
    this.asText = new TextBuilder(this.isMissing, parts, this.emptied);
  }
}
