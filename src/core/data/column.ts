import type { TimeZone } from "./time-zone";

/** What a column holds. Text is shown and searched, never modelled. */
export type ColumnKind = "number" | "time" | "category" | "text";

/** Missing values are NaN; infinities are kept as read. */
export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  readonly values: Float64Array;
}

/** Epoch milliseconds, UTC or those of the clocks of its zone; missing values are NaN. */
export interface TimeColumn {
  readonly kind: "time";
  readonly name: string;
  /** Absent: not known. */
  readonly zone?: TimeZone;
  readonly values: Float64Array;
}

/** `codes[row]` indexes `levels`; -1 is missing. */
export interface CategoryColumn {
  readonly kind: "category";
  readonly name: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** Missing values are the empty string. */
export interface TextColumn {
  readonly kind: "text";
  readonly name: string;
  readonly values: readonly string[];
}

export type Column = NumberColumn | TimeColumn | CategoryColumn | TextColumn;

/** One cell as the screens see it: times are epoch milliseconds, null is missing. */
export type Cell = number | string | null;

/** The cell of `column` at `row`. */
export function cellOf(column: Column, row: number): Cell {
  switch (column.kind) {
    case "number":
    case "time": {
      const value = column.values[row];
      return value === undefined || Number.isNaN(value) ? null : value;
    }
    case "category": {
      const code = column.codes[row] ?? -1;
      return code < 0 ? null : (column.levels[code] ?? null);
    }
    case "text":
      return column.values[row] || null;
    default:
      return column satisfies never;
  }
}
