import { rarestValue, type CoreKind } from "./core-kind";
import type { RowsKind } from "./row-kind";

/** Rows of a table, each for itself. */
export const coreRows: CoreKind<RowsKind> = {
  fits: (accepts) => accepts === "matrix",
  consensusRule: "mean",
  columnsOf: () => [],
  learnedRows: () => null,
  strangeValues: rarestValue,
};
