import { columnRef } from "../project/column-ref";
import { bothOf, nullable, oneOf, recordOf, wholeOf } from "../project/decoder";
import { firstColumn, type CoreKind, type KindTable } from "./core-kind";
import { plainRows, type NamedRowKindOf, type RowKind } from "./row-kind";

type NamedEvents = NamedRowKindOf<"events">;

/** How often each event happens in a sequence, and how long after the one before. */
const [COUNTS, WAITS] = ["event-counts", "waiting-times"];
/**
 * Which event comes next: a network learns it; runs are counted at once. The two say nearly the same, so that in a
 * consensus the better one speaks for both: the network, where it takes seconds.
 */
const [NETWORK, RUNS] = ["event-rnn", "n-gram"];
const MAX_EVENTS_OF_NETWORK = 50_000;

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
  // Who finds nothing strange says nothing: ranks would give each of them a strangest sequence.
  consensusRule: "scaled",
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
  startingSet: (table, { rowKind }) => [...new Set([RUNS, ...recommended(table, rowKind)])],
  recommended: (table, { rowKind }) => ({ members: recommended(table, rowKind), rule: "scaled", reasons: [] }),
  startingWeights: ({ rowCount }) => (rowCount <= MAX_EVENTS_OF_NETWORK ? { [RUNS]: 0 } : {}),
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
  standsAlone: false,
  tableRows: "flagged",
};

/** One for each way in which a sequence can be strange. */
function recommended({ rowCount, columns }: KindTable, rowKind: RowKind): readonly string[] {
  const time = rowKind.kind === "events" && rowKind.time !== null ? columns[rowKind.time] : undefined;
  const next = rowCount <= MAX_EVENTS_OF_NETWORK ? NETWORK : RUNS;
  return [COUNTS, next, ...(time?.kind === "time" ? [WAITS] : [])];
}
