import type { ContentHash } from "../../core/data/content-hash";
import type { DelimitedPlan, Dialect } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import { CellTable } from "./cell-table";
import type { ColumnBuilder } from "./column-builder";
import type { OnBytes } from "../read/open-bytes";
import type { ReadWatch } from "../read/table-reader";
import { decoderOf } from "./guess-encoding";
import { HeldRows, type Passed } from "./held-rows";
import { linePieces, PIECE_SIZES, type PieceSizes } from "./line-pieces";
import { PlainRows } from "./plain/plain-rows";
import { RowGate } from "./row-gate";
import type { Newline } from "./cell-marks";
import { countOf, type Split, type SplitCells } from "./split";
import { cellSplitter, newlineOf } from "./split-cells";
import type { TableLayout } from "./table-layout";
import { textChunks, withoutEndMark, withoutSeparatorLine } from "./text-chunks";

/** What was met on the way that a person should know. */
export interface Oddities {
  /** Characters that the encoding could not read. */
  replaced: number;
  /** Rows with quotes that do not pair. */
  readonly oddRows: Met;
  /** Rows with a cell that runs over many lines. */
  readonly longCells: Met;
}

/** How many there are, and the line of the first. */
export interface Met {
  count: number;
  line: number;
}

/** The rows of a piece of text that are kept; a negative one stands for an empty line. */
export interface KeptRows {
  readonly table: CellTable;
  readonly rows: Int32Array;
}

/** A row longer than this has no end. */
const MAX_ROW_LENGTH = 4 * 1024 * 1024;
const MAX_CELLS = 20_000;
/** A row that leaves a question is read as text, together with as many bytes behind it. */
const MIN_BYTES_OF_TEXT = 32 * 1024;
const LINE_FEED = 10;

/** One way through a file: every row goes through the gate, the kept ones into the builders. */
export class RowReading {
  readonly gate: RowGate;
  readonly oddities: Oddities = { replaced: 0, oddRows: { count: 0, line: 0 }, longCells: { count: 0, line: 0 } };
  private readonly table = new CellTable();
  private readonly dialect: Dialect;
  private newline: Newline = "\n";
  private split: SplitCells;
  private readonly held: HeldRows;
  private line = 1;
  private tail = "";
  private bytes = 0;
  private bytesOfText = MIN_BYTES_OF_TEXT;

  /** @param builders by position; null for a column that is not read this time */
  constructor(
    private readonly blob: Blob,
    plan: DelimitedPlan,
    layout: Pick<TableLayout, "form">,
    private readonly builders: readonly (ColumnBuilder | null)[],
    private readonly sizes: PieceSizes = PIECE_SIZES,
  ) {
    this.dialect = plan.settings;
    this.gate = new RowGate(layout.form, plan.settings.header, plan.sample);
    this.held = new HeldRows(layout.form);
    this.split = cellSplitter(plan.settings, this.newline);
  }

  /**
   * Reads the file to its end, and lets `hash` hear its bytes as they lie on disk.
   *
   * @throws Failure `unclosed-quote`, `not-text`, `too-many-columns`, `file-vanished`, `bad-gzip`,
   *   `bad-encoding`; whatever `watch.checkpoint` rejects with
   */
  async run(watch: ReadWatch, hash: ContentHash | null): Promise<void> {
    const plain = PlainRows.of(this.dialect, this.gate, this.builders);
    if (plain) return this.runOverLines(plain, watch, hash);
    for await (const kept of this.pieces(watch, hash)) this.append(kept);
  }

  /** The same, with the kept rows of each piece of the text; valid until the next piece. */
  async *pieces(watch: ReadWatch, hash: ContentHash | null): AsyncGenerator<KeptRows> {
    let isFirst = true;
    for await (const chunk of textChunks(this.blob, this.dialect, this.hearing(hash))) {
      if (isFirst) this.begin(chunk);
      yield* this.take(isFirst ? withoutSeparatorLine(chunk) : chunk);
      isFirst = false;
      this.tell(watch, this.bytes);
      await watch.checkpoint();
    }
    yield* this.end();
    this.tell(watch, this.blob.size);
  }

  /** Rows that leave no question are taken from the bytes as they are, the others by way of their text. */
  private async runOverLines(plain: PlainRows, watch: ReadWatch, hash: ContentHash | null): Promise<void> {
    const { encoding, compression } = this.dialect;
    const decoder = decoderOf(encoding);
    const takeText = (bytes: Uint8Array, isFirst: boolean, isLast: boolean) => {
      const text = decoder.decode(bytes, { stream: !isLast });
      if (isFirst) this.begin(text);
      for (const kept of this.take(isFirst ? withoutSeparatorLine(text) : text)) this.append(kept);
    };
    let isFirst = true;
    for await (const { bytes, isLast } of linePieces(this.blob, compression, this.hearing(hash), this.sizes)) {
      if (isFirst || isLast || this.newline !== "\n") takeText(bytes, isFirst, isLast);
      else this.takePlain(plain, bytes, (part) => takeText(part, false, false));
      isFirst = false;
      this.tell(watch, this.bytes);
      await watch.checkpoint();
    }
    for (const kept of this.end()) this.append(kept);
    this.tell(watch, this.blob.size);
  }

  private takePlain(plain: PlainRows, bytes: Uint8Array, takeText: (bytes: Uint8Array) => void): void {
    // A line that is longer than a piece has no end in it.
    const isWhole = bytes.at(-1) === LINE_FEED;
    for (let at = 0; at < bytes.length;) {
      if (isWhole && this.tail === "" && this.gate.isOpen) {
        const { rows, stop, isDoubtful } = plain.take(bytes, at, () => this.isClear());
        this.line += rows;
        at = stop;
        if (!isDoubtful) continue;
      }
      const far = at + this.bytesOfText;
      const end = far < bytes.length ? bytes.indexOf(LINE_FEED, far) + 1 || bytes.length : bytes.length;
      takeText(bytes.subarray(at, end));
      // Where doubts are many, they are not looked for again and again.
      this.bytesOfText = at === 0 && end === bytes.length ? MIN_BYTES_OF_TEXT : this.bytesOfText * 4;
      at = end;
    }
  }

  /** Lets go of rows that were held back. Answers whether nothing before the next row has a say in it. */
  private isClear(): boolean {
    const passed = this.held.release();
    if (passed) this.append(this.admitted(passed));
    return this.gate.isOpen;
  }

  private append({ table, rows }: KeptRows): void {
    this.builders.forEach((builder, column) => builder?.append(table, rows, column));
  }

  private hearing(hash: ContentHash | null): OnBytes {
    return (read, part) => {
      this.bytes = read;
      hash?.add(part);
    };
  }

  private tell(watch: ReadWatch, bytes: number): void {
    const totalBytes = this.blob.size;
    const done = totalBytes > 0 ? bytes / totalBytes : null;
    watch.onProgress({ stage: "read", done, rows: this.gate.seen, bytes, totalBytes });
  }

  private begin(chunk: string): void {
    this.newline = newlineOf(chunk);
    this.split = cellSplitter(this.dialect, this.newline);
  }

  private *take(chunk: string): Generator<KeptRows> {
    this.oddities.replaced += countOf(chunk, "\ufffd");
    const text = this.tail + chunk;
    const split = this.split(text, false, this.table);
    this.tail = text.slice(split.cursor);
    yield* this.kept(split);
    if (this.tail.length > MAX_ROW_LENGTH) throw this.endlessRow();
  }

  private *end(): Generator<KeptRows> {
    const rest = withoutEndMark(this.tail);
    this.tail = "";
    if (rest !== "") yield* this.kept(this.split(rest, true, this.table));
    const { last, foot, before } = this.held.end();
    if (last.table.rows > 0) yield this.admitted(last);
    foot.forEach((row, at) => {
      if (row.some((cell) => cell.trim() !== "")) this.gate.aside.add("foot", before + at, () => row);
    });
  }

  private *kept(split: Split): Generator<KeptRows> {
    const { oddRows, longCells } = this.oddities;
    meet(oddRows, split.oddRows, this.line + split.oddLine);
    meet(longCells, split.longCells, this.line + split.longLine);
    this.table.mayRunOver = split.lines !== this.table.rows;
    const { line } = this;
    this.line += split.lines;
    for (const passed of this.held.next(this.table, line)) yield this.admitted(passed);
  }

  private admitted({ table, line }: Passed): KeptRows {
    return { table, rows: this.gate.admit(table, line) };
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

function meet(met: Met, count: number, line: number): void {
  if (met.count === 0 && count > 0) met.line = line;
  met.count += count;
}
