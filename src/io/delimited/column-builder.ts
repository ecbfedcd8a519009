import type { Column } from "../../core/data/column";
import type { DateOrder } from "../../core/data/date-order";
import type { Note } from "../../core/data/note";
import type { CellsMet } from "../../core/data/read-report";
import type { TypedRows } from "../cells/typed-rows";
import type { CellTable } from "./cell-table";

/** Collects one column, piece by piece. */
export interface ColumnBuilder {
  /** Takes the cells of `column` in the given rows of the table. */
  append(table: CellTable, rows: Int32Array, column: number): void;
  /** Takes the cells of `column` in the given rows, of which the format knows more than their text. */
  take(typed: TypedRows, rows: Int32Array, column: number): void;
  /** Ends the column and gives its memory away: called once. */
  finish(name: string): BuiltColumn;
}

export interface BuiltColumn {
  readonly column: Column;
  readonly unreadable: CellsMet;
  /** Cells with a word or a number that means "no value". */
  readonly emptied: CellsMet;
  /** Set when the column turned out to be no number or time: what is known for reading it again. */
  readonly demoted: { readonly why: Note; readonly sample: readonly string[] } | null;
  /** Set when the column became another kind on the way, without reading again. */
  readonly changed: Note | null;
  /** Set when dates further on prove the other order of day and month: the column is to be read again so. */
  readonly reordered: DateOrder | null;
  /** What else a person should know of its cells. */
  readonly notes: readonly Note[];
}
