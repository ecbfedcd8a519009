/** What a format knows of a cell: a number, a moment on a calendar, the place of a word in a list; else only its text. */
export const KNOWN = { number: 0, moment: 1, word: 2 } as const;

/**
 * Rows of cells of which the format knows more than their text: no string is made of a cell before somebody asks. What is
 * known and the text mean the same, so that either may be read.
 */
export interface TypedRows {
  readonly rows: number;
  readonly width: number;
  /** By row * width + column: the number of the cell; -1: it is empty. */
  readonly cells: Int32Array;
  /** By number of the cell: what is known of it. */
  readonly known: Uint8Array;
  /** The number, the milliseconds since 1970, or the place of the word; the list is the same for all rows of a pass. */
  readonly values: Float64Array;
  text(cell: number): string;
}

/** The text of a column in a row. */
export function textAt({ cells, width, text }: TypedRows, row: number, column: number): string {
  const cell = cells[row * width + column] ?? -1;
  return cell < 0 ? "" : text(cell);
}
