import { startingSetFor } from "../../core/detect/recommend";
import { factsOf } from "../../core/detect/table-facts";
import { plainRows } from "../../core/kinds/row-kind";
import { quickSet } from "../detector-cards";
import type { StateKind } from "./state-kind";

export const stateRows: StateKind = {
  startingSet: ({ rowCount, columns }, recipe) => startingSetFor(quickSet, factsOf(rowCount, columns, recipe)),
  showsConsensus: false,
  firstOf: () => plainRows,
  isChoice: true,
  takesWindows: false,
  tableRows: "flagged",
};
