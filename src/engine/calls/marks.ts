/** Types only: rows that a person said something of. */
import type { Call } from "./call";

export interface MarkCalls {
  /** What tells each of these rows from all others, wherever it stands, in the order asked. */
  rowKeys: Call<{ readonly dataset: string; readonly rows: Uint32Array }, readonly string[]>;
  /** The row of each key; -1 where the table has it no more. */
  rowsOfKeys: Call<{ readonly dataset: string; readonly keys: readonly string[] }, Int32Array>;
}
