import { columnRef } from "../project/column-ref";
import { bothOf, nullable, oneOf, recordOf, wholeOf } from "../project/decoder";
import { firstColumn, type CoreKind, type DetectorSets } from "./core-kind";
import { plainRows, type NamedRowKindOf } from "./row-kind";

type NamedEvents = NamedRowKindOf<"events">;

/** Detectors that run at once. */
const DETECTORS_AT_FIRST = 3;

/** Rows are events of sequences. */
export const coreEvents: CoreKind<"events"> = {
  columns: { symbol: null, sequence: null, time: ["time", "number"] },
  decode: bothOf(
    wholeOf<Omit<NamedEvents, "level">>({
      kind: oneOf(["events"]),
      symbol: columnRef,
      sequence: nullable(columnRef),
      time: nullable(columnRef),
    }),
    recordOf<Pick<NamedEvents, "level">>({ level: [oneOf(["event", "sequence"]), "event"] }),
  ),
  fits: (accepts) => accepts === "events",
  consensusRule: "mean",
  gapSuggests: true,
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
  startingSet: (_table, _recipe, sets) => startingSet(sets),
  recommended: (_table, _recipe, sets) => ({ members: startingSet(sets), rule: "mean", reasons: [] }),
  startingWeights: () => ({}),
  findingsOf: "events",
  firstOf(table) {
    const symbol = firstColumn(table, ({ kind, role }) => kind === "category" && role === "feature");
    if (symbol === null) return null;
    const sequence = firstColumn(table, ({ role }) => role === "group");
    const time = firstColumn(table, ({ kind }) => kind === "time");
    return { kind: "events", symbol, sequence: sequence === symbol ? null : sequence, time, level: "event" };
  },
  isChoice: true,
  takesWindows: false,
  tableRows: "flagged",
};

function startingSet({ madeFor }: DetectorSets): readonly string[] {
  return madeFor("events").slice(0, DETECTORS_AT_FIRST);
}
