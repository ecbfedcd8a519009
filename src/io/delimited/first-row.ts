import { isPresentValue } from "./known-cell";
import { isBodyRow, type RowFacts, type TableShape, votesOf } from "./row-facts";

/** A table begins within this many lines, or at the first one. */
export const MAX_LINES_ABOVE = 100;
/** So few rows in front of a line of names belong to a description of the file; as many times more follow it. */
const MAX_ROWS_DESCRIBING = 12;
const TIMES_MORE_ROWS = 3;
const ROWS_COMPARED = 200;

/** The position of the first row of a table; -1 where no row has the form of the others. */
export function firstRowOf(facts: readonly RowFacts[], top: number, shape: TableShape): number {
  const first = facts.findIndex(
    (row, at) =>
      at >= top && at < top + MAX_LINES_ABOVE && (isBodyRow(row, shape) || isRowOfWords(facts, at, top, shape)),
  );
  return first < 0 ? first : (behindNames(facts, top, first, shape) ?? first);
}

/**
 * A row below the first line that has words where others have values: a word that comes again further down in the same
 * column, in a row that is another one otherwise, is no name.
 */
function isRowOfWords(facts: readonly RowFacts[], at: number, top: number, shape: TableShape): boolean {
  const { cells, filled } = facts[at]!;
  if (at === top || filled * 2 < shape.filled || cells.length !== shape.width) return false;
  const until = facts.findIndex((row, line) => line > at && row.filled === 0);
  // Below an empty line, the names of another table may be the same.
  const later = facts.slice(at + 1, Math.min(at + 1 + ROWS_COMPARED, until < 0 ? facts.length : until));
  return cells.some((cell, column) => {
    if (cell === "" || shape.isValues[column] !== true || isPresentValue(cell)) return false;
    return later.some((row) => row.cells[column] === cell && !isSame(row.cells, cells));
  });
}

/** The row behind a line of names that stands below a few rows: a small table that describes the file stands first. */
function behindNames(facts: readonly RowFacts[], top: number, first: number, shape: TableShape): number | null {
  const valueColumns = shape.isValues.filter(Boolean).length;
  if (valueColumns === 0) return null;
  const until = Math.min(first + MAX_ROWS_DESCRIBING, facts.length - 2);
  for (let at = until; at > first; at--) {
    const row = facts[at]!;
    const { values, words } = votesOf(row, shape);
    const named = row.cells.filter((cell) => cell !== "");
    const areNames = values === 0 && words * 4 >= valueColumns * 3 && row.filled * 4 >= shape.filled * 3;
    if (!areNames || named.length < 2 || new Set(named).size < named.length) continue;
    if (isRowOfWords(facts, at, top, shape) || hasFormOfRows(facts, at, shape)) continue;
    const isAgain = facts.some((other, where) => where !== at && isSame(other.cells, row.cells));
    const isFew = (at - top) * TIMES_MORE_ROWS < facts.length - at;
    if (!isAgain && isFew && isBodyRow(facts[at + 1]!, shape)) return at + 1;
  }
  return null;
}

/** Whether a word looks like those below it, as `s12` above `s13`: then it is one of them. */
function hasFormOfRows(facts: readonly RowFacts[], at: number, shape: TableShape): boolean {
  const below = facts.slice(at + 1, at + 1 + ROWS_COMPARED);
  return facts[at]!.cells.some((cell, column) => {
    if (shape.isValues[column] === true || !/\d/.test(cell)) return false;
    const form = formOf(cell);
    return below.filter(({ cells }) => formOf(cells[column] ?? "") === form).length * 2 > below.length;
  });
}

function formOf(cell: string): string {
  return cell.slice(0, 100).replace(/\d+/g, "0");
}

function isSame(cells: readonly string[], other: readonly string[]): boolean {
  return cells.length === other.length && cells.every((cell, at) => cell === other[at]);
}
