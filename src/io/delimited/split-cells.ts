import { CellMarks, type Cut, type Newline } from "./cell-marks";
import type { CellTable } from "./cell-table";
import { isDrawnColumns } from "../../core/data/drawn-columns";
import { NO_DOUBT } from "./no-doubt";
import { QuotedRows } from "./quoted-rows";
import type { Split, SplitCells } from "./split";
import { drawnSplitter } from "./split-drawn";

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
const DOUBLE_QUOTE = 34;

/** Enough of a text to tell what ends its lines. */
const CHARACTERS_LOOKED_AT = 64 * 1024;

/**
 * What ends the lines of a text: whichever there is more of outside of double quotes, line feeds, or carriage returns
 * with none behind them. Cells may hold any number of the other.
 */
export function newlineOf(text: string): Newline {
  let feeds = 0;
  let returns = 0;
  let isInside = false;
  const until = Math.min(text.length, CHARACTERS_LOOKED_AT);
  for (let at = 0; at < until; at++) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE_QUOTE) isInside = !isInside;
    if (isInside) continue;
    if (code === LINE_FEED) feeds++;
    else if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED) returns++;
  }
  if (feeds === 0 && returns === 0) return !text.includes("\n") && text.includes("\r") ? "\r" : "\n";
  return returns > feeds ? "\r" : "\n";
}

/**
 * The splitter of a dialect. Pieces of text with no quote in them are cut in one pass over their characters, several
 * times faster. Blanks as delimiter count as one when they stand together, as in tables aligned by eye.
 */
export function cellSplitter({ delimiter, quote, escape }: Cut, newline: Newline): SplitCells {
  if (isDrawnColumns(delimiter)) return drawnSplitter(delimiter, newline);
  const together = delimiter === " ";
  const quotedRows = new QuotedRows(new CellMarks({ delimiter, quote, escape }, newline));

  return (text, isLast, table) => {
    const quoted = quote !== "" && text.includes(quote);
    if (quoted || delimiter.length > 1) return quotedRows.split(text, isLast, table);
    return splitPlain(text, delimiter.charCodeAt(0), newline.charCodeAt(0), together, isLast, table);
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
  return { cursor, lines: rows, ...NO_DOUBT };
}
