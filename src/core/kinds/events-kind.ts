declare module "./row-kind" {
  interface RowKinds {
    events: KindForms<EventsKind, "symbol" | "sequence" | "time">;
  }
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
