import { drawnColumns } from "../../core/data/drawn-columns";
import type { CellTable } from "./cell-table";
import { countOf, type SplitCells } from "./split";
import { NO_DOUBT } from "./no-doubt";

const SPACE = 32;
const CARRIAGE_RETURN = 13;

/**
 * Cuts lines at the places that a drawn line gives. A line with a letter between two columns is none of the table (a title, a
 * remark) and stays in one piece.
 */
export function drawnSplitter(line: string, newline: string): SplitCells {
  const { starts, ends } = drawnColumns(line);
  return (text, isLast, table) => {
    const breaks = countOf(text, newline) + 1;
    table.reset(text, breaks * starts.length, breaks);
    let cells = 0;
    let from = 0;
    while (from < text.length) {
      const found = text.indexOf(newline, from);
      if (found < 0 && !isLast) break;
      const lineEnd = found < 0 ? text.length : found;
      const end = lineEnd > from && text.charCodeAt(lineEnd - 1) === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd;
      if (fits(text, from, end)) {
        for (let column = 0; column < starts.length; column++) {
          const until = column + 1 < starts.length ? from + starts[column + 1]! : end;
          cells = add(table, cells, Math.min(end, from + starts[column]!), Math.min(end, until));
        }
      } else cells = add(table, cells, from, end);
      table.firsts[++table.rows] = cells;
      from = found < 0 ? text.length : found + 1;
    }
    return { cursor: from, lines: table.rows, ...NO_DOUBT };
  };

  /** Whether a line holds something, and nothing between the columns. */
  function fits(text: string, from: number, end: number): boolean {
    if (text.slice(from, end).trim() === "") return false;
    for (let column = 0; column + 1 < starts.length; column++)
      for (let at = from + ends[column]!; at < from + starts[column + 1]! && at < end; at++)
        if (text.charCodeAt(at) !== SPACE) return false;
    return true;
  }
}

/** A cell without the blanks that fill its column. */
function add(table: CellTable, cell: number, from: number, to: number): number {
  const { text } = table;
  while (to > from && text.charCodeAt(to - 1) === SPACE) to--;
  while (from < to && text.charCodeAt(from) === SPACE) from++;
  table.starts[cell] = from;
  table.ends[cell] = to;
  return cell + 1;
}
