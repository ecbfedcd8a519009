/** Types only: rows that a person said something of. */
import type { Call } from "./call";

/** A column of another file that may tell which rows it speaks of. */
export interface KeyValues {
  readonly name: string;
  /** Line by line. */
  readonly values: readonly string[];
}

/** The rows that such a column speaks of. */
export interface KeyMatch {
  readonly name: string;
  /** Line by line; -1: no row has the value, -2: several have it. */
  readonly rows: Int32Array;
  /** Lines whose row is known. */
  readonly found: number;
}

export interface MarkCalls {
  /** What tells each of these rows from all others, wherever it stands, in the order asked. */
  rowKeys: Call<{ readonly dataset: string; readonly rows: Uint32Array }, readonly string[]>;
  /** Which of these columns tell rows of the table, the one that finds most first; none where no column is in both. */
  rowsByKey: Call<{ readonly dataset: string; readonly keys: readonly KeyValues[] }, readonly KeyMatch[]>;
  /** The row of each key; -1 where the table has it no more. */
  rowsOfKeys: Call<{ readonly dataset: string; readonly keys: readonly string[] }, Int32Array>;
}
