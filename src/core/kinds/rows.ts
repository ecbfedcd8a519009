import { recommendedFor, startingSetFor } from "../detect/recommend";
import { factsOf } from "../detect/table-facts";
import { oneOf, wholeOf } from "../project/decoder";
import type { CoreKind } from "./core-kind";
import { plainRows } from "./row-kind";

/** Rows of a table, each for itself. */
export const coreRows: CoreKind<"rows"> = {
  columns: {},
  decode: wholeOf({ kind: oneOf(["rows"]) }),
  fits: (accepts) => accepts === "matrix" || accepts === "columns",
  // Measured on labelled tables: how far off says more than which place.
  consensusRule: "scaled",
  gapSuggests: true,
  noun: "row",
  preparesColumns: true,
  partOf: () => null,
  isKnownOfTables: true,
  insteadOf: (guess) => guess,
  learnedRows: () => null,
  startingSet: ({ rowCount, columns }, recipe, { quick }) => startingSetFor(quick, factsOf(rowCount, columns, recipe)),
  recommended: ({ rowCount, columns }, recipe) =>
    recommendedFor(factsOf(rowCount, columns, recipe), recipe.learn !== undefined),
  startingWeights: () => ({}),
  findingsOf: "columns",
  firstOf: () => plainRows,
  isChoice: true,
  takesWindows: false,
  standsAlone: true,
  tableRows: "flagged",
};
