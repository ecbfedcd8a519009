/** What becomes of the cells of a column; the last two become numbers. */
export const CELLS = {
  /** Nobody asks for them. */
  passed: 0,
  /** It is noted where they stand. */
  placed: 1,
  numbers: 2,
  /** Numbers, of which those that are missing are looked at, too. */
  watched: 3,
} as const;

/** What is wanted of the cells of a column. */
export interface CellsOf {
  readonly kind: (typeof CELLS)[keyof typeof CELLS];
  /** Numbers that may mean "no value". */
  readonly doubted: readonly number[];
}

/** How rows are written, in bytes. */
export interface RowBytes {
  readonly delimiter: number;
  /** -1: none. */
  readonly quote: number;
  /** What escapes a quote within quotes, where that is not another quote; -1: nothing does. */
  readonly escape: number;
  /** The decimal mark. */
  readonly point: number;
  /** Whether characters beyond ASCII take several bytes each, as UTF-8 writes them. */
  readonly isUtf8: boolean;
}
