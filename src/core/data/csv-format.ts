/** How a file of delimited cells is written: as the file that it comes from, or so that a spreadsheet takes it as it is. */
export interface CsvFormat {
  /** One character. */
  readonly separator: string;
  readonly quote: string;
  /** What stands before a quote inside of a quoted cell; absent: such a quote is doubled. */
  readonly escape?: "\\";
  readonly decimal: "." | ",";
  /** A byte order mark tells Excel that the file is UTF-8. */
  readonly bom: boolean;
  /** Whether a cell that a spreadsheet would run as a formula gets an apostrophe in front. */
  readonly guard: boolean;
}
