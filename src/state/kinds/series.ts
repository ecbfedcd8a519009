import type { SeriesKind } from "../../core/kinds/row-kind";
import { seriesQuickSet } from "../detector-cards";
import { firstColumn, type StateKind } from "./state-kind";

export const stateSeries: StateKind = {
  startingSet: () => seriesQuickSet,
  showsConsensus: true,
  firstOf(dataset): SeriesKind | null {
    const time = firstColumn(dataset, ({ kind }) => kind === "time");
    if (firstColumn(dataset, ({ kind }, at) => kind === "number" && at !== time) === null) return null;
    return {
      kind: "series",
      time,
      group: null,
      duplicates: "mean",
      fillUpTo: 12,
      window: null,
      stride: null,
      points: "covering",
    };
  },
  isChoice: true,
  takesWindows: true,
  tableRows: "flagged",
};
