declare module "./row-kind" {
  interface RowKinds {
    series: KindForms<SeriesKind, "time" | "group">;
  }
}

/** Rows are steps in time, of one series or of many; every number column whose role is "feature" is a channel. */
export interface SeriesKind {
  readonly kind: "series";
  /** The column, of times or numbers, that orders the rows; null: the order of the file. */
  readonly time: number | null;
  /** The column that names the series of a row; null: all rows are one series. */
  readonly group: number | null;
  /** How many milliseconds one unit of the times is where they are no clock: one step, or a 1 of the time column. Absent: unknown. */
  readonly unitMs?: number;
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
