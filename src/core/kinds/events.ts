import { rarestValue, type CoreKind } from "./core-kind";
import { plainRows, type EventsKind } from "./row-kind";

/** Rows are events of sequences. */
export const coreEvents: CoreKind<EventsKind> = {
  fits: (accepts) => accepts === "events",
  consensusRule: "mean",
  noun: "event",
  preparesColumns: false,
  partOf({ symbol, sequence, time }, { position }) {
    if (position === symbol) return "symbol";
    if (position === sequence) return "sequence-name";
    return position === time ? "order" : "unused";
  },
  isKnownOfTables: false,
  insteadOf: () => plainRows,
  learnedRows: () => null,
  strangeValues: rarestValue,
};
