import type { Dialect } from "../../core/data/dialect";
import type { CellTable } from "./cell-table";
import { type Newline, quotedParser } from "./parse-quoted";

export interface Split {
  /** Where the unfinished last row begins; the end of the text when there is none. */
  readonly cursor: number;
  /** Line breaks before the cursor. */
  readonly lines: number;
  /** Rows with a quote that stands where none may stand. */
  readonly oddRows: number;
  /** Whether the text ends inside of a quoted cell. */
  readonly open: boolean;
}

/**
 * Fills `table` with the cells of `text`. The last row is left out unless it ends with a line break
 * or `isLast` says that nothing follows.
 */
export type SplitCells = (text: string, isLast: boolean, table: CellTable) => Split;

const CARRIAGE_RETURN = 13;

/** Lines end with a line feed, a carriage return before it belonging to it; old Mac files know only the latter. */
export function newlineOf(text: string): Newline {
  return !text.includes("\n") && text.includes("\r") ? "\r" : "\n";
}

/**
 * The splitter of a dialect. papaparse takes the pieces of text that hold quotes; the others are cut
 * in one pass over their characters, several times faster. Blanks as delimiter count as one when
 * they stand together, as in tables aligned by eye.
 */
export function cellSplitter(dialect: Pick<Dialect, "delimiter" | "quote">, newline: Newline): SplitCells {
  const { delimiter, quote } = dialect;
  const together = delimiter === " ";
  const parseQuoted = quotedParser(delimiter, quote, newline);

  return (text, isLast, table) => {
    const quoted = quote !== "" && text.includes(quote);
    if (!quoted && delimiter.length === 1)
      return splitPlain(text, delimiter.charCodeAt(0), newline.charCodeAt(0), together, isLast, table);
    const { rows, cursor, oddRows, open } = parseQuoted(text, isLast);
    fill(together ? rows.map((row) => row.filter((cell) => cell !== "" && cell !== "\r")) : rows, table);
    return { cursor, lines: countOf(text, newline, cursor), oddRows, open };
  };
}

function splitPlain(
  text: string,
  delimiter: number,
  newline: number,
  together: boolean,
  isLast: boolean,
  table: CellTable,
): Split {
  table.reset(text, text.length + 1, text.length + 1);
  const { starts, ends, firsts } = table;
  const length = text.length;
  let cells = 0;
  let rows = 0;
  let start = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code !== delimiter && code !== newline) continue;
    const isRowEnd = code === newline;
    const end = isRowEnd && at > start && text.charCodeAt(at - 1) === CARRIAGE_RETURN ? at - 1 : at;
    if (!together || end > start) {
      starts[cells] = start;
      ends[cells++] = end;
    }
    start = at + 1;
    if (isRowEnd) firsts[++rows] = cells;
  }
  let cursor = rows === 0 ? 0 : start;
  if (cells > firsts[rows]!) cursor = starts[firsts[rows]!]!;
  if (isLast && cursor < length) {
    if (!together || length > start) {
      starts[cells] = start;
      ends[cells++] = text.charCodeAt(length - 1) === CARRIAGE_RETURN && length > start ? length - 1 : length;
    }
    firsts[++rows] = cells;
    cursor = length;
  }
  table.rows = rows;
  return { cursor, lines: rows, oddRows: 0, open: false };
}

/** Lays cells one after the other into a text of their own. */
function fill(rows: readonly (readonly string[])[], table: CellTable): void {
  const parts = rows.flat();
  table.reset(parts.join(""), parts.length, rows.length);
  const { starts, ends, firsts } = table;
  let cells = 0;
  let at = 0;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    for (let i = 0; i < row.length; i++) {
      starts[cells] = at;
      at += row[i]!.length;
      ends[cells++] = at;
    }
    if (row.at(-1)?.endsWith("\r")) ends[cells - 1]!--;
    firsts[r + 1] = cells;
  }
  table.rows = rows.length;
}

/** How often `part` stands in `text` before `until`. */
export function countOf(text: string, part: string, until = text.length): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && at < until; at = text.indexOf(part, at + part.length)) count++;
  return count;
}
