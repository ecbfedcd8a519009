import type { EventsKind } from "../../core/kinds/row-kind";
import { catalogue } from "../catalogue";
import { firstColumn, type StateKind } from "./state-kind";

/** Detectors that run at once. */
const DETECTORS_AT_FIRST = 3;

export const stateEvents: StateKind = {
  startingSet: () =>
    catalogue
      .filter(({ accepts }) => accepts === "events")
      .slice(0, DETECTORS_AT_FIRST)
      .map(({ id }) => id),
  showsConsensus: false,
  firstOf(dataset): EventsKind | null {
    const symbol = firstColumn(dataset, ({ kind, role }) => kind === "category" && role === "feature");
    if (symbol === null) return null;
    const sequence = firstColumn(dataset, ({ role }) => role === "group");
    const time = firstColumn(dataset, ({ kind }) => kind === "time");
    return { kind: "events", symbol, sequence: sequence === symbol ? null : sequence, time, level: "event" };
  },
  isChoice: true,
  takesWindows: false,
  tableRows: "flagged",
};
