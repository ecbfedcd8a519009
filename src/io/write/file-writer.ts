/** Types only: rows in, parts of a file out. Each format of exports is a `FileFormat`. */
import type { Column } from "../../core/data/column";
import type { Dialect } from "../../core/data/dialect";

/** A column of the source. */
export interface SourceColumn {
  /** As the source writes it. */
  readonly name: string;
  /** What was read from it. */
  readonly column: Column;
}

/** A column that is not in the source: a score, a flag, reasons. */
export interface AddedColumn {
  readonly name: string;
  readonly kind: "number" | "whole" | "text";
  /** Of a row of the dataset; null is empty. */
  cell(row: number): string | number | null;
}

/** What is to be written, apart from its rows. */
export interface TableToWrite {
  readonly columns: readonly SourceColumn[];
  readonly added: readonly AddedColumn[];
  /** All rows that will come. */
  readonly rowCount: number;
  /** Whether all cells of the source stand in quotes. */
  readonly isQuoted: boolean;
  /** How numbers stand in the cells of the source. */
  readonly numbers: Pick<Dialect, "decimal" | "thousands">;
}

/** Some rows to be written, in order; valid until the next ones. */
export interface RowsToWrite {
  /** Rows of the dataset. */
  readonly rows: Uint32Array;
  /** The cell of a column in the `at`-th of these rows, as the source writes it; null where it has no text of its own. */
  readonly cell: ((at: number, column: number) => string) | null;
}

/** A file under way. */
export interface FileWriter {
  /** Takes the next rows; gives the parts that are done. Takes no longer than a few milliseconds for a thousand cells. */
  add(rows: RowsToWrite): readonly Blob[] | Promise<readonly Blob[]>;
  /** What is left, once all rows were added. */
  finish(): readonly Blob[] | Promise<readonly Blob[]>;
  /** Cells that got an apostrophe so far. */
  readonly guarded: number;
}

export interface FileFormat {
  readonly mediaType: string;
  begin(table: TableToWrite): FileWriter | Promise<FileWriter>;
}
