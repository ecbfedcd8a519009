import type { ColumnKind } from "./column";
import type { Note } from "./note";

export interface Histogram {
  /** Bin borders, ascending; one more than there are bins. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Of the finite values of a number or time column. */
export interface NumericSummary {
  readonly min: number;
  readonly q01: number;
  readonly q05: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
  readonly q95: number;
  readonly q99: number;
  readonly max: number;
  readonly mean: number;
  readonly sd: number;
  /** Median absolute deviation, unscaled. */
  readonly mad: number;
  readonly histogram: Histogram;
}

export interface ColumnProfile {
  readonly kind: ColumnKind;
  readonly rows: number;
  readonly missing: number;
  readonly infinite: number;
  readonly distinct: number;
  /** Number and time columns with at least one finite value. */
  readonly numeric: NumericSummary | null;
  /** Category and text columns: the most frequent levels, at most 50, descending. */
  readonly levels: readonly { readonly level: string; readonly count: number }[] | null;
  /** Time columns: rows per hour of day (24) and per weekday (7, Monday first), UTC. */
  readonly clock: { readonly hours: readonly number[]; readonly weekdays: readonly number[] } | null;
  readonly warnings: readonly Note[];
}
