import type { Column } from "../../core/data/column";
import type { CsvFormat } from "../../core/data/csv-format";
import { numberCell, textCell, timeCell } from "./csv-cell";

/** A column that is not in the data: a score, a flag, reasons. */
export interface ExtraColumn {
  readonly name: string;
  /** Of a row of the dataset; null is empty. */
  cell(row: number): string | number | null;
}

export interface CsvTable {
  readonly columns: readonly Column[];
  /** Which rows, in which order. */
  readonly rows: Uint32Array;
  readonly extra: readonly ExtraColumn[];
  readonly format: CsvFormat;
}

export interface CsvChunk {
  readonly text: string;
  /** Rows written up to here. */
  readonly rows: number;
}

const charactersPerChunk = 256 * 1024;

/**
 * A table as CSV (RFC 4180: header, CRLF, quotes where needed), in chunks of about 256 kB, so that the
 * caller can yield to events, report and stop between them. Missing values are empty, numbers read back as the
 * same number, times are ISO 8601, and nothing is run as a formula by a spreadsheet.
 */
export function* csvChunks({ columns, rows, extra, format }: CsvTable): Generator<CsvChunk, void, undefined> {
  const { separator, bom } = format;
  const writers = [
    ...columns.map((column) => writerOf(column, format)),
    ...extra.map((column) => (row: number) => extraCell(column.cell(row), format)),
  ];
  const lineOf = (cells: readonly string[]): string => {
    const line = cells.join(separator);
    // An empty line would be no row at all.
    return `${line === "" && cells.length > 0 ? '""' : line}\r\n`;
  };
  const header = [...columns, ...extra].map(({ name }) => textCell(name));
  // Excel takes a file that begins with ID for another format (SYLK) and refuses it.
  if (header[0]?.startsWith("ID")) header[0] = `"${header[0]}"`;
  let text = (bom ? "\uFEFF" : "") + lineOf(header);
  const cells = new Array<string>(writers.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!; // i < length
    for (let j = 0; j < writers.length; j++) cells[j] = writers[j]!(row); // j < length
    text += lineOf(cells);
    if (text.length < charactersPerChunk) continue;
    yield { text, rows: i + 1 };
    text = "";
  }
  if (text !== "") yield { text, rows: rows.length };
}

const msPerDay = 86_400_000;

/** How the cells of a column are written; words are quoted once per level. */
function writerOf(column: Column, format: CsvFormat): (row: number) => string {
  switch (column.kind) {
    case "number":
      return (row) => numberCell(column.values[row] ?? NaN, format);
    case "time": {
      const onlyDays = column.values.every((time) => Number.isNaN(time) || time % msPerDay === 0);
      return (row) => timeCell(column.values[row] ?? NaN, onlyDays);
    }
    case "category": {
      const levels = column.levels.map(textCell);
      return (row) => levels[column.codes[row] ?? -1] ?? "";
    }
    case "text":
      return (row) => textCell(column.values[row] ?? "");
    default:
      return column satisfies never;
  }
}

function extraCell(value: string | number | null, format: CsvFormat): string {
  if (value === null) return "";
  return typeof value === "number" ? numberCell(value, format) : textCell(value);
}
