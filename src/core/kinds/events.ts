import { rarestValue, type CoreKind } from "./core-kind";
import type { EventsKind } from "./row-kind";

/** Rows are events of sequences. */
export const coreEvents: CoreKind<EventsKind> = {
  fits: (accepts) => accepts === "events",
  consensusRule: "mean",
  columnsOf: ({ symbol, sequence, time }) => [symbol, sequence, time],
  learnedRows: () => null,
  strangeValues: rarestValue,
};
