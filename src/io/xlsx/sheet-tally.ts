/** What was met in a sheet that a person should know. */
export interface SheetTally {
  /** Cells that hold an error, such as #DIV/0!, and the first of them. */
  errors: number;
  firstError: string;
  /** Formulas without a stored result. */
  noResult: number;
  /** Rows that the sheet does not show. */
  hiddenRows: number;
  /** Areas of merged cells: their value stands in the first cell. */
  merged: number;
}
