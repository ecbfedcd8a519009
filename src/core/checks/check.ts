import type { Column } from "../data/column";
import type { Note } from "../data/note";
import type { Role } from "../prepare/recipe";

/** What a look at a table tells without any detector. */
export interface Check {
  readonly note: Note;
  /** The rows that it is about, ascending; none where it is about whole columns. */
  readonly rows: Uint32Array;
  /** Columns that one click makes detectors ignore. */
  readonly ignorable?: readonly number[];
}

/** A column that is looked at. */
export interface LookedAt {
  readonly column: Column;
  readonly position: number;
  readonly role: Role;
}

/** Lets others be answered; rejects to stop. */
export type Rest = () => Promise<void>;

/** A check of these rows, which may be in any order. */
export function checkOf(note: Note, rows: Iterable<number>, ignorable?: readonly number[]): Check {
  return { note, rows: Uint32Array.from(rows).sort(), ...(ignorable && { ignorable }) };
}
