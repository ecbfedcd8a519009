import { isEmptyCell, isPresentValue } from "./known-cell";
import { arePeriodNames, countedColumns, countsOn, isPeriodName } from "./period-names";
import { isColumnWidth } from "./header-names";
import { isRule } from "./rule-line";

/** What the form of one row tells. */
export interface RowFacts {
  /** Trimmed. */
  readonly cells: readonly string[];
  /** How many of them hold something. */
  readonly filled: number;
  /** Cells up to the last that holds something. */
  readonly used: number;
}

/** What the rows of a table have in common. */
export interface TableShape {
  /** Cells in a row. */
  readonly width: number;
  /** How many of them hold something, in the middle row. */
  readonly filled: number;
  /** By column: nearly every row holds something in it. */
  readonly isFull: readonly boolean[];
  /** By column: what it holds are numbers, dates or times. */
  readonly isValues: readonly boolean[];
  /** By column: what it holds are years, quarters or months. */
  readonly isPeriods: readonly boolean[];
  /** Rows count on from left to right, as names of columns may. */
  readonly areCounted: boolean;
}

const MAX_SAMPLE_ROWS = 200;
const MAX_SAMPLE_CELLS = 20_000;
/** A column is of values when at most one in five of its cells is a word: a total, a remark, a missing word. */
const MIN_VALUES = 0.8;
const MIN_FULL = 0.95;

export function factsOf(row: readonly string[]): RowFacts {
  const cells = isRule(row) ? [] : row.map((cell) => cell.trim());
  let filled = 0;
  let used = 0;
  cells.forEach((cell, at) => {
    if (cell === "") return;
    filled++;
    used = at + 1;
  });
  return { cells, filled, used };
}

/** The form of most rows, learnt further down, where neither titles nor names stand; null when no row holds anything. */
export function shapeOf(rows: readonly RowFacts[]): TableShape | null {
  const filled = rows.filter((row) => row.filled > 0);
  if (filled.length === 0) return null;
  const width = widthOf(filled);
  const wide = filled.filter((row) => row.cells.length === width);
  const from = Math.floor(wide.length / (wide.length > 12 ? 3 : 2));
  const most = Math.max(5, Math.min(MAX_SAMPLE_ROWS, Math.floor(MAX_SAMPLE_CELLS / width)));
  const sample = wide.slice(from, from + most);
  const counts = sample.map((row) => row.filled).sort((a, b) => a - b);
  const columns = Array.from({ length: width }, (_, column) => columnOf(sample, column));
  return {
    width,
    filled: counts[counts.length >> 1] ?? 0,
    isFull: columns.map(({ isFull }) => isFull),
    isValues: columns.map(({ isValues }) => isValues),
    isPeriods: columns.map(({ isPeriods }) => isPeriods),
    areCounted: sample.filter((row) => countsOn(row.cells)).length * 4 > sample.length,
  };
}

/** The number of cells that covers most of the text as a table: 20 rows of 9 cells are more of one than 25 of 2. */
function widthOf(rows: readonly RowFacts[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const least = Math.max(2, rows.length / 10);
  const often = [...counts].filter(([, count]) => count >= least);
  const [best] = (often.length > 0 ? often : [...counts]).sort((a, b) => b[0] * b[1] - a[0] * a[1]);
  return best?.[0] ?? 1;
}

function columnOf(
  sample: readonly RowFacts[],
  column: number,
): { isFull: boolean; isValues: boolean; isPeriods: boolean } {
  const cells = sample.map((row) => row.cells[column] ?? "");
  const filled = cells.filter((cell) => cell !== "");
  const said = filled.filter((cell) => !isEmptyCell(cell));
  const values = said.filter(isPresentValue).length;
  return {
    isFull: filled.length >= sample.length * MIN_FULL,
    isValues: values > 0 && values >= said.length * MIN_VALUES,
    isPeriods: said.length > 0 && said.filter(isPeriodName).length > said.length / 2,
  };
}

/** Whether a row is one of the table: as full as the others, and values where they have some. */
export function isBodyRow(row: RowFacts, shape: TableShape): boolean {
  if (row.filled * 2 < shape.filled || row.used > shape.width + 1) return false;
  let full = 0;
  let empty = 0;
  shape.isFull.forEach((isFull, column) => {
    if (!isFull) return;
    full++;
    if ((row.cells[column] ?? "") === "") empty++;
  });
  if (empty * 2 > full || namesPeriods(row, shape) || isKeyed(row, shape) || isWidthLine(row.cells, shape))
    return false;
  const { values, words } = votesOf(row, shape);
  return values > words;
}

/**
 * The widths and kinds of columns that tables of the US Geological Survey have below their names: `5s`, `20d`, `14n`.
 * Rows of durations look like it, but not where other rows have words.
 */
function isWidthLine(cells: readonly string[], { isValues }: TableShape): boolean {
  const said = cells.filter((cell) => cell !== "");
  if (said.length < 2 || !said.every(isColumnWidth)) return false;
  return cells.some((cell, column) => cell !== "" && isValues[column] === false);
}

/** A key with a colon, and fewer cells than rows have: `Stand:;31.12.2023`. */
function isKeyed({ cells, filled }: RowFacts, shape: TableShape): boolean {
  return filled < shape.filled && shape.isValues[0] !== true && /[:：]$/.test(cells[0] ?? "");
}

/** Whether a row names columns of values by years or months, in columns that hold something else, or counts them. */
function namesPeriods({ cells }: RowFacts, { isValues, isPeriods, areCounted }: TableShape): boolean {
  const over = cells.filter((cell, column) => cell !== "" && isValues[column] === true && isPeriods[column] !== true);
  if (!areCounted && countedColumns(cells).length > 0) return true;
  return arePeriodNames(over.filter(isPeriodName)) && !over.some((cell) => !isPeriodName(cell) && isPresentValue(cell));
}

/** How many cells agree with their column in being values, and how many are words there. */
export function votesOf({ cells }: RowFacts, shape: TableShape): { values: number; words: number } {
  let values = 0;
  let words = 0;
  shape.isValues.forEach((isValues, column) => {
    const cell = cells[column] ?? "";
    if (!isValues || isEmptyCell(cell)) return;
    if (isPresentValue(cell)) values++;
    else words++;
  });
  return { values, words };
}
