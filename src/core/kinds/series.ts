import { rarestValue, type CoreKind } from "./core-kind";
import type { SeriesKind } from "./row-kind";

/** Rows are steps of series. Detectors of rows get their windows. */
export const coreSeries: CoreKind<SeriesKind> = {
  fits: (accepts) => accepts === "series" || accepts === "matrix",
  // In a series that repeats itself or is mere noise, ranks would give some steps to flag.
  consensusRule: "scaled",
  columnsOf: ({ time, group }) => [time, group],
  learnedRows: () => null,
  strangeValues: rarestValue,
};
