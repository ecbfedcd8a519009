import type { Cell } from "../data/column";
import type { Note } from "../data/note";

export type Direction = "high" | "low" | "rare" | "missing" | "combination";

/** What a value is, against the others of its column, and the sentence that says so. */
export interface Reason {
  readonly direction: Direction;
  readonly note: Note;
}

/** One column's part in a row's score, ready to be drawn and said. */
export interface Contribution {
  readonly column: number;
  /** Share of the sum of absolute contributions; signed: positive speaks for strange. */
  readonly share: number;
  readonly value: Cell;
  /** Where the middle half (q25 to q75) of the column lies, or its most frequent level. */
  readonly typical:
    | { readonly low: number; readonly middle: number; readonly high: number }
    | { readonly level: string; readonly share: number }
    | null;
  /** What the model expected, in the units of the column, where it says so. */
  readonly expected: Cell;
  readonly direction: Direction;
  /** The reason in words: `reason.*` of the catalogue. */
  readonly note: Note;
}

/** Why one row has its score. Contributions are ordered by absolute share, largest first. */
export interface RowExplanation {
  readonly row: number;
  readonly contributions: readonly Contribution[];
  /** How the contributions were found: `method.*` of the catalogue. */
  readonly method: Note;
  /** The group that it is compared within, by its name; absent: all rows. */
  readonly group?: string;
  /** Why it stands out for sure, as one sentence: of detectors that know their own error. Absent: nothing is sure. */
  readonly finding?: Note;
}
