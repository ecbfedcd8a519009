import type { Draw } from "./draw";

/** A column of a made-up file, cell by cell; null is an empty cell. */
export interface Field {
  readonly name: string;
  readonly cells: readonly (number | string | null)[];
  /** Decimals that numbers are written with; absent: as many as they have. */
  readonly decimals?: number;
}

/** What was planted. */
export interface Planted {
  /**
   * "rows": each row for itself. "stretches" and "cases": parts of the rows, each of which is found where one of its rows
   * is. An empty list of parts: nothing was planted.
   */
  readonly as: "rows" | "stretches" | "cases";
  readonly parts: readonly (readonly number[])[];
  /** Rows that are no mistake when they are found, too: the first of a pair of doubles, the step after a gap. */
  readonly beside?: readonly number[];
  /** The case of each row, where rows are events of cases. */
  readonly caseOf?: readonly number[];
  /** The columns of which the reason has to name one; empty: any will do. */
  readonly columns: readonly string[];
}

/** What a kind of file draws; `style` decides how it is written. */
export interface Drawn {
  readonly fields: readonly Field[];
  readonly planted: Planted;
}

/** A kind of file, by a name that says what is in it. */
export interface Kind {
  readonly name: string;
  readonly draw: (draw: Draw, names: NameOf) => Drawn;
}

/** The name of something in the language and the style of the file. */
export type NameOf = (thing: string) => string;

/** A made-up file as it is opened. */
export interface MadeUpFile {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
  readonly planted: Planted;
}

export const nothing: Planted = { as: "rows", parts: [], columns: [] };

/** Rows that are strange each for itself, in the columns named. */
export function strangeRows(rows: readonly number[], ...columns: string[]): Planted {
  return { as: "rows", parts: rows.map((row) => [row]), columns };
}

/** The rows from one to before another. */
export function between(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
