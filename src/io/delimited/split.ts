import type { CellTable } from "./cell-table";

/** What cutting a piece of text into cells came to. */
export interface Split {
  /** Where the unfinished last row begins; the end of the text when there is none. */
  readonly cursor: number;
  /** Line breaks before the cursor. */
  readonly lines: number;
  /** Rows with a quote that stands where none may stand, and how many line breaks stand before the first of them. */
  readonly oddRows: number;
  readonly oddLine: number;
  /** Of these, rows in which a quote that would open a cell was read as an ordinary character. */
  readonly plainRows: number;
  /** Rows with cells that a quote opens and another one closes. */
  readonly quotedRows: number;
  /** Rows with a cell that runs over many lines, and how many line breaks stand before the first of them. */
  readonly longCells: number;
  readonly longLine: number;
}

/**
 * Fills `table` with the cells of `text`. The last row is left out unless it ends with a line break
 * or `isLast` says that nothing follows.
 */
export type SplitCells = (text: string, isLast: boolean, table: CellTable) => Split;

/** How often `part` stands in `text` before `until`. */
export function countOf(text: string, part: string, until = text.length): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0 && at < until; at = text.indexOf(part, at + part.length)) count++;
  return count;
}
