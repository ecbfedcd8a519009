import type { ColumnKind } from "../../core/data/column";
import type { Dialect } from "../../core/data/dialect";
import type { Note } from "../../core/data/note";
import type { OnBytes } from "../read/open-bytes";
import type { TypedRows } from "./typed-rows";

/** A table whose format says by itself where a cell begins and ends. What the cells mean is found out as for a text. */
export interface CellSource {
  /** As they stand in the file: some may be empty or twice there. */
  readonly names: readonly string[];
  /** What the format says that a column holds, by position; null, or none at all: that is found out. */
  readonly kinds?: readonly (CellKind | null)[];
  /** Words, in lower case, that the format says stand for no value. */
  readonly missing?: readonly string[];
  /** The first rows, each as long as `names`. */
  readonly head: readonly (readonly string[])[];
  /** Whether `head` is all of it. */
  readonly whole: boolean;
  /** All rows, as far as they are known or can be estimated. */
  readonly rows: number;
  /**
   * All rows from the first to the last, in pieces; called again where a column has to be read again. Lets `onBytes` hear
   * every byte of the file, in order, before it ends.
   */
  pass(onBytes: OnBytes): AsyncGenerator<RowsPiece>;
  /** What the last pass left out or turned into something else. */
  notes(): readonly Note[];
}

/** "words": whatever the cells look like, they are neither numbers nor times. */
export type CellKind = ColumnKind | "words";

export interface RowsPiece {
  /** Each as long as the names. */
  readonly rows: readonly (readonly string[])[];
  /** Instead of them, where the format knows more of the cells than their text; valid until the next piece. */
  readonly typed?: TypedRows;
  /** 0 to 1: how much of the file they and those before are. */
  readonly done: number;
}

/** What is guessed of cells however they are stored. */
export interface CellSettings extends Pick<Dialect, "missing" | "dateOrder"> {
  /** Absent: what a format itself calls missing, it calls so everywhere. */
  readonly missingIn?: Dialect["missingIn"];
}

/** Rows that kinds and words for "no value" are guessed from. */
export const HEAD_ROWS = 5000;
/** Rows of a piece: enough to be quick, few enough to stop in between. */
export const ROWS_PER_PIECE = 1000;
/** A wider table is a mistake. */
export const MAX_COLUMNS = 20_000;
