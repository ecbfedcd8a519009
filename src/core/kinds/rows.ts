import { rarestValue, type CoreKind } from "./core-kind";
import type { RowsKind } from "./row-kind";

/** Rows of a table, each for itself. */
export const coreRows: CoreKind<RowsKind> = {
  fits: (accepts) => accepts === "matrix",
  consensusRule: "mean",
  noun: "row",
  preparesColumns: true,
  partOf: () => null,
  isKnownOfTables: true,
  insteadOf: (guess) => guess,
  learnedRows: () => null,
  strangeValues: rarestValue,
};
