import { columnRef } from "../project/column-ref";
import { bothOf, finite, nullable, oneOf, partOf, recordOf, whole, wholeOf } from "../project/decoder";
import { seriesLookOf, seriesSetNote, seriesSetOf } from "../series/series-set";
import { firstColumn, type CoreKind } from "./core-kind";
import { plainRows, type NamedRowKindOf } from "./row-kind";
import type { SeriesKind } from "./series-kind";

type NamedSeries = NamedRowKindOf<"series">;

const defaults: Omit<SeriesKind, "kind" | "time" | "group"> = {
  duplicates: "mean",
  fillUpTo: 12,
  window: null,
  stride: null,
  points: "covering",
};

/** From a thousand million steps a second to one in thirty years. */
const [MIN_UNIT_MS, MAX_UNIT_MS] = [1e-6, 1e12];

/** Rows are steps of series. Detectors of rows get their windows. */
export const coreSeries: CoreKind<"series"> = {
  columns: { time: ["time", "number"], group: null },
  decode: bothOf(
    wholeOf<Pick<NamedSeries, "kind" | "time" | "group">>({
      kind: oneOf(["series"]),
      time: nullable(columnRef),
      group: nullable(columnRef),
    }),
    bothOf(
      partOf<Pick<NamedSeries, "unitMs">>({ unitMs: finite(MIN_UNIT_MS, MAX_UNIT_MS) }),
      recordOf<Omit<NamedSeries, "kind" | "time" | "group" | "unitMs">>({
        duplicates: [oneOf(["mean", "first", "last"]), defaults.duplicates],
        fillUpTo: [whole(0), defaults.fillUpTo],
        window: [nullable(whole(2)), defaults.window],
        stride: [nullable(whole(1)), defaults.stride],
        points: [oneOf(["covering", "last"]), defaults.points],
      }),
    ),
  ),
  fits: (accepts) => accepts === "series" || accepts === "matrix",
  // In a series that repeats itself or is mere noise, ranks would give some steps to flag.
  consensusRule: "scaled",
  gapSuggests: false,
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
  startingSet: ({ series }) => seriesSetOf(series).members,
  startingWeights: ({ series }) => seriesSetOf(series).weights,
  recommended({ series }) {
    const look = seriesLookOf(series);
    return { ...seriesSetOf(series), rule: "scaled", reasons: [seriesSetNote(look, series)] };
  },
  findingsOf: "series",
  firstOf(table) {
    const time = firstColumn(table, ({ kind }) => kind === "time");
    if (firstColumn(table, ({ kind }, at) => kind === "number" && at !== time) === null) return null;
    return { kind: "series", time, group: null, ...defaults };
  },
  isChoice: true,
  takesWindows: true,
  standsAlone: false,
  tableRows: "flagged",
};
