import { rarestValue, type CoreKind } from "./core-kind";
import { plainRows, type SeriesKind } from "./row-kind";

/** Rows are steps of series. Detectors of rows get their windows. */
export const coreSeries: CoreKind<SeriesKind> = {
  fits: (accepts) => accepts === "series" || accepts === "matrix",
  // In a series that repeats itself or is mere noise, ranks would give some steps to flag.
  consensusRule: "scaled",
  noun: "step",
  preparesColumns: false,
  partOf({ time, group }, { position, kind, role }) {
    if (position === time) return "time";
    if (position === group) return "series-name";
    return kind === "number" && role === "feature" ? "channel" : "unused";
  },
  isKnownOfTables: false,
  insteadOf: () => plainRows,
  learnedRows: () => null,
  strangeValues: rarestValue,
};
