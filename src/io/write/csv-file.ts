import type { Column } from "../../core/data/column";
import type { CsvFormat } from "../../core/data/csv-format";
import { CellWriter, timeCell } from "./csv-cell";
import type { FileFormat, FileWriter, RowsToWrite, TableToWrite } from "./file-writer";
import { otherMarks } from "./other-marks";

const CHARACTERS_PER_PART = 256 * 1024;
const MS_PER_DAY = 86_400_000;

/**
 * Delimited text (RFC 4180: header, CRLF, quotes where needed) in parts of about 256 kB. Cells of a source that has text
 * stand as they are; of others missing values are empty, numbers read back as the same number, times are ISO 8601.
 */
export function csvFile(format: CsvFormat): FileFormat {
  return { mediaType: "text/csv;charset=utf-8", begin: (table) => new CsvWriter(table, format) };
}

class CsvWriter implements FileWriter {
  private readonly cells: CellWriter;
  private readonly line: string[];
  private readonly written: readonly ((text: string, row: number) => string)[];
  private read: readonly ((row: number) => string)[] | null = null;
  private text = "";

  constructor(
    private readonly table: TableToWrite,
    private readonly format: CsvFormat,
  ) {
    const { columns, added, numbers, isQuoted } = table;
    this.cells = new CellWriter(format, isQuoted);
    this.line = new Array<string>(columns.length + added.length);
    this.written = columns.map(({ column }) => {
      const marks = column.kind === "number" ? otherMarks(numbers, format.decimal) : null;
      if (marks === null || column.kind !== "number") return (text) => this.cells.text(text);
      // What could not be read is not known to be a number.
      return (text, row) => this.cells.text(Number.isNaN(column.values[row] ?? NaN) ? text : marks(text));
    });
    const names = [...columns, ...added].map(({ name }) => this.cells.text(name));
    // Excel takes a file that begins with ID for another format (SYLK) and refuses it.
    if (names[0]?.startsWith("ID")) names[0] = this.cells.inQuotes(names[0]);
    this.text = (format.bom ? "\uFEFF" : "") + this.lineOf(names);
  }

  get guarded(): number {
    return this.cells.guarded;
  }

  add({ rows, cell }: RowsToWrite): readonly Blob[] {
    const { columns, added } = this.table;
    const width = columns.length;
    // Only now: finding out what only has days takes a pass over it.
    const read = cell ? [] : (this.read ??= columns.map(({ column }) => this.readerOf(column)));
    const parts: Blob[] = [];
    for (const [at, row] of rows.entries()) {
      for (let column = 0; column < width; column++)
        this.line[column] = cell ? this.written[column]!(cell(at, column), row) : read[column]!(row); // column < width
      added.forEach((one, extra) => (this.line[width + extra] = this.cells.value(one.cell(row))));
      this.text += this.lineOf(this.line);
      if (this.text.length >= CHARACTERS_PER_PART) parts.push(this.part());
    }
    return parts;
  }

  finish(): readonly Blob[] {
    return this.text === "" ? [] : [this.part()];
  }

  /** Blobs may be kept on disk by the browser; strings would all stay in memory. */
  private part(): Blob {
    const part = new Blob([this.text]);
    this.text = "";
    return part;
  }

  private lineOf(cells: readonly string[]): string {
    const line = cells.join(this.format.separator);
    // An empty line would be no row at all.
    return `${line === "" && cells.length > 0 ? this.cells.inQuotes("") : line}\r\n`;
  }

  /** How what was read is written. */
  private readerOf(column: Column): (row: number) => string {
    switch (column.kind) {
      case "number":
        return (row) => this.cells.number(column.values[row] ?? NaN);
      case "time": {
        const onlyDays = column.values.every((time) => Number.isNaN(time) || time % MS_PER_DAY === 0);
        return (row) => timeCell(column.values[row] ?? NaN, onlyDays, column.zone);
      }
      case "category":
        return (row) => this.cells.text(column.levels[column.codes[row] ?? -1] ?? "");
      case "text":
        return (row) => this.cells.text(column.values[row] ?? "");
      default:
        return column satisfies never;
    }
  }
}
