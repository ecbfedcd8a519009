import type { ImagesKind } from "./images-kind";

/** What the rows of a table are. A part of the recipe, so that it is saved, undone and part of every run's key. */
export type RowKind = RowsKind | SeriesKind | EventsKind | ImagesKind;

export type RowKindName = RowKind["kind"];

/** Each row stands for itself. */
export interface RowsKind {
  readonly kind: "rows";
}

export const plainRows: RowsKind = { kind: "rows" };

/** Rows are steps in time, of one series or of many; every number column whose role is "feature" is a channel. */
export interface SeriesKind {
  readonly kind: "series";
  /** The column, of times or numbers, that orders the rows; null: the order of the file. */
  readonly time: number | null;
  /** The column that names the series of a row; null: all rows are one series. */
  readonly group: number | null;
  /** What becomes of several rows of one series at one time. */
  readonly duplicates: "mean" | "first" | "last";
  /** Missing steps are interpolated up to this many in a row; a longer gap splits the series. */
  readonly fillUpTo: number;
  /** Steps of a window; null: suggested by the data. */
  readonly window: number | null;
  /** Steps from one window to the next; null: few enough windows to be quick, many enough to lose little. */
  readonly stride: number | null;
  /** A step's score is the mean over all windows that cover it, or that of the window which ends with it (only the past). */
  readonly points: "covering" | "last";
}

/** Rows are events: each has one symbol. */
export interface EventsKind {
  readonly kind: "events";
  /** The column of symbols. */
  readonly symbol: number;
  /** The column that names the sequence of an event; null: one long stream. */
  readonly sequence: number | null;
  /** The column that orders the events of a sequence; null: the order of the file. */
  readonly time: number | null;
  /** Whether each event is scored, or each sequence as a whole (then all its rows get its score). */
  readonly level: "event" | "sequence";
}
