/** How a CSV file is written, so that the reader's spreadsheet takes it as it is. */
export interface CsvFormat {
  readonly separator: "," | ";" | "\t";
  readonly decimal: "." | ",";
  /** A byte order mark tells Excel that the file is UTF-8. */
  readonly bom: boolean;
}
