import { CellTable } from "./cell-table";
import { footOf } from "./table-foot";
import type { TableForm } from "./table-form";

const MAX_HELD_ROWS = 64;
const MAX_HELD_CELLS = 20_000;
const LINE_FEED = 10;

/** A table to be let through, and the line on which it begins. */
export interface Passed {
  readonly table: CellTable;
  readonly line: number;
}

/**
 * Holds the last rows of what was read so far back, until it is known whether more follow: only at the end of the file
 * it shows which of them are totals or remarks.
 */
export class HeldRows {
  private rows: string[][] = [];
  private line = 1;
  private readonly table = new CellTable();
  private readonly room: number;

  constructor(private readonly form: TableForm) {
    this.room = Math.max(4, Math.min(MAX_HELD_ROWS, Math.floor(MAX_HELD_CELLS / form.width)));
  }

  /** Takes the next rows, which begin at `line`. Answers what may pass now, in order. */
  next(table: CellTable, line: number): readonly Passed[] {
    const passed: Passed[] = [];
    const from = Math.max(0, table.rows - this.room);
    if (this.rows.length > 0 && this.rows.length + table.rows > this.room * 2) {
      passed.push({ table: this.filled(this.rows), line: this.line });
      this.rows = [];
    }
    const rest: string[][] = [];
    const isFirst = this.rows.length === 0;
    const start = isFirst ? from : 0;
    for (let row = start; row < table.rows; row++) rest.push(table.row(row));
    if (isFirst) {
      this.line = line + linesBefore(table, start);
      table.rows = start;
      if (start > 0) passed.push({ table, line });
    }
    this.rows.push(...rest);
    return passed;
  }

  /** Lets go of what is held: more follows than the foot of a table has. */
  release(): Passed | null {
    const { rows, line } = this;
    this.rows = [];
    return rows.length === 0 ? null : { table: this.filled(rows), line };
  }

  /** The last rows of the file, and those at its foot that are none. */
  end(): { readonly last: Passed; readonly foot: readonly (readonly string[])[]; readonly before: number } {
    const foot = footOf(this.rows, this.form);
    const before = this.rows.length - foot;
    return {
      last: { table: this.filled(this.rows.slice(0, before)), line: this.line },
      foot: this.rows.slice(before),
      before: this.line + before,
    };
  }

  private filled(rows: readonly (readonly string[])[]): CellTable {
    const { table } = this;
    table.mayRunOver = true;
    table.fill(rows);
    return table;
  }
}

/** Lines that the rows before `row` take: one each, and those that their cells run over. */
export function linesBefore(table: CellTable, row: number): number {
  if (!table.mayRunOver) return row;
  let lines = row;
  for (let cell = 0; cell < table.firsts[row]!; cell++) {
    const end = table.ends[cell]!;
    for (let at = table.starts[cell]!; at < end; at++) if (table.text.charCodeAt(at) === LINE_FEED) lines++;
  }
  return lines;
}
