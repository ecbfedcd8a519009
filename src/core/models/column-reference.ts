import type { Column } from "../data/column";

/** How the values of a column lay where a model learned: enough to say whether those of another file lie otherwise. */
export interface ColumnReference {
  readonly name: string;
  readonly kind: Column["kind"];
  /** Rows that were looked at, and how many of them have no value. */
  readonly rows: number;
  readonly missing: number;
  /** Of numbers and times: values in ascending order, evenly drawn from all; empty of others. */
  readonly values: Float64Array;
  /** Of categories: the most frequent levels, and how many rows have each. */
  readonly levels: readonly string[];
  readonly counts: Float64Array;
}

const MAX_VALUES = 5000;
const MAX_LEVELS = 500;

/** What is remembered of a column at some rows. */
export function columnReferenceOf(column: Column, rows: Uint32Array): ColumnReference {
  const { name, kind } = column;
  switch (column.kind) {
    case "number":
    case "time": {
      const known = Float64Array.from(rows, (row) => column.values[row]!) // rows of the table
        .filter((value) => !Number.isNaN(value))
        .sort();
      const values = evenlyDrawn(known, MAX_VALUES);
      return { name, kind, rows: rows.length, missing: rows.length - known.length, values, levels: [], counts: NONE };
    }
    case "category": {
      const counts = new Map<string, number>();
      for (const row of rows) {
        const level = column.levels[column.codes[row] ?? -1];
        if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1);
      }
      const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, MAX_LEVELS);
      return {
        name,
        kind,
        rows: rows.length,
        missing: rows.length - known,
        values: NONE,
        levels: most.map(([level]) => level),
        counts: Float64Array.from(most, ([, count]) => count),
      };
    }
    case "text": {
      const missing = rows.reduce((sum, row) => sum + Number(!column.values[row]), 0);
      return { name, kind, rows: rows.length, missing, values: NONE, levels: [], counts: NONE };
    }
    default:
      return column satisfies never;
  }
}

const NONE = new Float64Array();

/** At most so many of sorted values, evenly apart, the first and the last among them. */
export function evenlyDrawn(sorted: Float64Array, most: number): Float64Array {
  if (sorted.length <= most) return sorted.slice();
  return Float64Array.from({ length: most }, (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (most - 1))]!); // inside
}
