import type { Note } from "../data/note";

/** What a look at a table tells without any detector, and the rows that it is about, ascending. */
export interface Check {
  readonly note: Note;
  readonly rows: Uint32Array;
}
