import type { Note } from "./note";

/** Rows, and the positions (counted from 1) of the first ones. */
export interface RowsMet {
  readonly count: number;
  readonly first: readonly number[];
}

/** Cells, and some different ones of them. */
export interface CellsMet {
  readonly count: number;
  readonly examples: readonly string[];
}

/** A line of a file that was not read as a row, and the beginning of what it says. */
export interface LineAside {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** What happened while a table was read; nothing is dropped in silence. */
export interface ReadReport {
  readonly rowsSeen: number;
  readonly rowsKept: number;
  /** Rows with fewer cells than columns: padded with missing values. */
  readonly shortRows: RowsMet;
  /** Rows with more cells than columns: the surplus is cut off. */
  readonly longRows: RowsMet;
  readonly emptyRows: number;
  /** Columns whose name was empty or taken: position, name in the file, name given. */
  readonly renamed: readonly { readonly column: number; readonly from: string; readonly to: string }[];
  /** Per column: cells that could not be read as the column's kind, and up to 3 of them. */
  readonly unreadable: readonly CellsMet[];
  /** Per column: cells with a word or a number that means "no value", and up to 3 of them; absent: not counted. */
  readonly emptied?: readonly CellsMet[];
  readonly notes: readonly Note[];
  /** Lines that are no rows, in their order: the first of them where there are very many. */
  readonly linesAside?: readonly LineAside[];
  readonly seconds: number;
}
