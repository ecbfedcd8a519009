import type { ColumnFilter } from "../data/column-filter";

/** Which rows detectors learn from; all of them are scored. Part of a recipe; absent there: all rows. */
export type LearnRule =
  /** Those that the label calls ordinary; `strange` are its values that mean strange, absent: as guessed. */
  | { readonly kind: "label"; readonly strange?: readonly string[] }
  /** The first of them, in order of time where a column tells it, else in the order of the file. */
  | { readonly kind: "first"; readonly rows: number }
  /** These, ascending. */
  | { readonly kind: "rows"; readonly rows: readonly number[] }
  /** All but these, ascending: those that a person called anomalies. */
  | { readonly kind: "without"; readonly rows: readonly number[] }
  /** Those that every filter lets through: some values, a period. */
  | { readonly kind: "filter"; readonly filters: readonly ColumnFilter[] }
  /** None: a kept model learned elsewhere. Columns that are called otherwise here, by the names that it knows. */
  | { readonly kind: "model"; readonly model: string; readonly names?: Readonly<Record<string, string>> };

/** Of fewer rows nothing is learned that would hold for others. */
export const LEAST_ROWS_LEARNED = 20;
