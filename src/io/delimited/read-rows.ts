import type { ContentHash } from "../../core/data/content-hash";
import type { DelimitedPlan, Dialect } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import { CellTable } from "./cell-table";
import type { ColumnBuilder } from "./column-builder";
import type { ReadWatch } from "../read/table-reader";
import { RowGate } from "./row-gate";
import type { Newline } from "./parse-quoted";
import { type SplitCells, cellSplitter, countOf, newlineOf } from "./split-cells";
import { textChunks, withoutSeparatorLine } from "./text-chunks";

/** What was met on the way that a person should know. */
export interface Oddities {
  /** Characters that the encoding could not read. */
  replaced: number;
  oddRows: number;
  /** The line of a quote that never closes, and how many lines follow it; its quote was read as text. */
  openQuote: { readonly line: number; readonly lines: number } | null;
}

/** The rows of a piece of text that are kept; a negative one stands for an empty line. */
export interface KeptRows {
  readonly table: CellTable;
  readonly rows: Int32Array;
}

/** A row longer than this has no end. */
const MAX_ROW_LENGTH = 4 * 1024 * 1024;
/** A quote that swallows more lines than this was not meant to stay open to the end. */
const MAX_LINES_SWALLOWED = 1000;
const MAX_CELLS = 20_000;

/** One way through a file: every row goes through the gate, the kept ones into the builders. */
export class RowReading {
  readonly gate: RowGate;
  readonly oddities: Oddities = { replaced: 0, oddRows: 0, openQuote: null };
  private readonly table = new CellTable();
  private readonly dialect: Dialect;
  private newline: Newline = "\n";
  private split: SplitCells;
  private line = 1;
  private tail = "";

  /** @param builders by position; null for a column that is not read this time */
  constructor(
    private readonly blob: Blob,
    plan: DelimitedPlan,
    width: number,
    private readonly builders: readonly (ColumnBuilder | null)[],
  ) {
    this.dialect = plan.settings;
    this.gate = new RowGate(width, plan.settings.header, plan.sample);
    this.split = cellSplitter(plan.settings, this.newline);
  }

  /**
   * Reads the file to its end, and lets `hash` hear its bytes as they lie on disk.
   *
   * @throws Failure `unclosed-quote`, `not-text`, `too-many-columns`, `file-vanished`, `bad-gzip`,
   *   `bad-encoding`; whatever `watch.checkpoint` rejects with
   */
  async run(watch: ReadWatch, hash: ContentHash | null): Promise<void> {
    for await (const { table, rows } of this.pieces(watch, hash))
      this.builders.forEach((builder, column) => builder?.append(table, rows, column));
  }

  /** The same, with the kept rows of each piece of the text; valid until the next piece. */
  async *pieces(watch: ReadWatch, hash: ContentHash | null): AsyncGenerator<KeptRows> {
    const totalBytes = this.blob.size;
    let bytes = 0;
    let isFirst = true;
    const tell = (done: number) =>
      watch.onProgress({
        stage: "read",
        done: totalBytes > 0 ? done / totalBytes : null,
        rows: this.gate.seen,
        bytes: done,
        totalBytes,
      });
    const onBytes = (read: number, part: Uint8Array) => {
      bytes = read;
      hash?.add(part);
    };
    for await (const chunk of textChunks(this.blob, this.dialect, onBytes)) {
      if (isFirst) this.begin(chunk);
      yield this.take(isFirst ? withoutSeparatorLine(chunk) : chunk);
      isFirst = false;
      tell(bytes);
      await watch.checkpoint();
    }
    const last = this.end();
    if (last) yield last;
    tell(totalBytes);
  }

  private begin(chunk: string): void {
    this.newline = newlineOf(chunk);
    this.split = cellSplitter(this.dialect, this.newline);
  }

  private take(chunk: string): KeptRows {
    this.oddities.replaced += countOf(chunk, "\ufffd");
    const text = this.tail + chunk;
    const { cursor, lines, oddRows } = this.split(text, false, this.table);
    const kept = this.kept(oddRows);
    this.line += lines;
    this.tail = text.slice(cursor);
    if (this.tail.length > MAX_ROW_LENGTH) throw this.endlessRow();
    return kept;
  }

  private end(): KeptRows | null {
    if (this.tail === "") return null;
    const { oddRows, open } = this.split(this.tail, true, this.table);
    const lines = countOf(this.tail, this.newline);
    if (open && lines > MAX_LINES_SWALLOWED) throw this.unclosedQuote();
    if (open) {
      this.oddities.openQuote = { line: this.line, lines };
      cellSplitter({ ...this.dialect, quote: "" }, this.newline)(this.tail, true, this.table);
    }
    this.tail = "";
    return this.kept(oddRows);
  }

  private kept(oddRows: number): KeptRows {
    this.oddities.oddRows += oddRows;
    return { table: this.table, rows: this.gate.admit(this.table) };
  }

  private endlessRow(): Failure {
    if (this.dialect.quote !== "" && this.tail.includes(this.dialect.quote)) return this.unclosedQuote();
    const columns = countOf(this.tail, this.dialect.delimiter) + 1;
    if (columns > MAX_CELLS) return new Failure({ code: "too-many-columns", values: { columns, limit: MAX_CELLS } });
    return new Failure({ code: "not-text", values: { kind: "single-line" } });
  }

  private unclosedQuote(): Failure {
    return new Failure({ code: "unclosed-quote", values: { line: this.line, rows: this.gate.seen } });
  }
}
