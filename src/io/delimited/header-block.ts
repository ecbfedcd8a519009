import { isPresentValue } from "./known-cell";
import { isColumnWidth } from "./header-names";
import { countedColumns, isPeriodName } from "./period-names";
import type { RowFacts, TableShape } from "./row-facts";

const MAX_HEADER_LINES = 5;
/** The first cell of a line that says how the file is written: of Campbell's loggers; of annotations of Flux. */
const DECLARES_FORMAT = /^(?:TOA5|TOACI1|TOB[123]|#(?:group|datatype|default|constant|timezone))$/;
/** `Instrument: X200`, `Period:`: a remark about the table. */
const IS_KEY_AND_VALUE = /:(?:\s|$)/;

/** The rows from `from` on, up to the first row of the table, name its columns. */
export interface HeaderBlock {
  readonly from: number;
}

/**
 * The lines right above the first row that name the columns: one of names, lines below it of units or kinds or second
 * words, and above it lines that name groups of columns. Null where no line there looks like names.
 */
export function headerAbove(rows: readonly RowFacts[], firstRow: number, shape: TableShape): HeaderBlock | null {
  const lines = linesAbove(rows, firstRow, shape);
  const overWidth = (at: number) => Number(rows[at]!.used > shape.width);
  const [names] = [...lines].sort((a, b) => overWidth(a) - overWidth(b) || rows[b]!.filled - rows[a]!.filled || a - b);
  if (names === undefined || rows[names]!.filled * 2 < shape.filled) return null;
  let from = names;
  while (from > 0 && lines.includes(from - 1) && isGroupLine(rows[from - 1]!, rows[from]!, shape)) from--;
  return { from };
}

/** Positions of the lines that could belong to a header, the lowest first. */
function linesAbove(rows: readonly RowFacts[], firstRow: number, shape: TableShape): readonly number[] {
  const lines: number[] = [];
  for (let at = firstRow - 1; at >= 0 && lines.length < MAX_HEADER_LINES; at--) {
    const row = rows[at]!;
    if (row.filled === 0) {
      const below = rows[lines.at(-1) ?? -1];
      // An empty line parts a title from the names; but second words, whose first cell is empty, need their first ones.
      if (below && (below.cells[0] !== "" || !isNameLine(rows[at - 1], shape))) break;
      continue;
    }
    if (!isNameLine(row, shape)) break;
    lines.push(at);
  }
  return lines;
}

/** Words over the width of the table; a single word at its left is a title. */
function isNameLine(row: RowFacts | undefined, { width, filled }: TableShape): boolean {
  if (!row || row.filled === 0 || row.used > width + 1) return false;
  if (row.filled === 1 && row.used === 1 && filled > 1) return false;
  if (DECLARES_FORMAT.test(row.cells[0] ?? "")) return false;
  if (row.cells.every((cell) => cell === "" || isColumnWidth(cell))) return true;
  const isCounted = countedColumns(row.cells).length > 0;
  return isCounted || row.cells.filter((cell) => isPresentValue(cell) && !isYear(cell)).length * 3 <= row.filled;
}

/** Years and periods also name columns. */
function isYear(cell: string): boolean {
  return /^(?:19|20)\d{2}(?:\s?[-/–]\s?\d{2,4})?$/.test(cell) || isPeriodName(cell);
}

/**
 * Whether a line names groups of the columns that the line below names: one of its names spans several columns, and the
 * columns at its left have none, or names below it need it, or it begins with a span.
 */
function isGroupLine(line: RowFacts, names: RowFacts, { width }: TableShape): boolean {
  if (line.used > width || line.filled >= names.filled) return false;
  if (line.cells.filter((cell) => IS_KEY_AND_VALUE.test(cell)).length * 2 >= line.filled) return false;
  const isSpan = (column: number) =>
    line.cells[column] !== "" && (line.cells[column + 1] ?? "") === "" && (names.cells[column + 1] ?? "") !== "";
  const named = names.cells.filter((cell) => cell !== "");
  const areNamesTwice = new Set(named).size < named.length;
  if (areNamesTwice && line.filled > 1) return true;
  // A single cell above names that lack nothing is a title in the middle.
  const isGroup = line.filled > 1 || areNamesTwice || named.length < names.used;
  return (
    isGroup &&
    line.cells.some((_, column) => isSpan(column)) &&
    (line.cells[0] === "" || names.cells[0] === "" || isSpan(0))
  );
}
