import type { Column } from "../data/column";

/** A column as codes of its different values. */
export interface ValueCodes {
  /** By row, the position of its value; -1: missing. */
  readonly codes: Int32Array;
  /** Each as a text, in the order of their first rows, and how many rows have it. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** Which of its different values each row of a column has; null where there are more than `most`. */
export function valueCodesOf(column: Column, most: number): ValueCodes | null {
  const keyAt = keyReaderOf(column);
  const found = new Map<number | string, number>();
  const counts: number[] = [];
  const codes = new Int32Array(column.kind === "category" ? column.codes.length : column.values.length);
  for (let row = 0; row < codes.length; row++) {
    const key = keyAt(row);
    if (key === null) {
      codes[row] = -1;
      continue;
    }
    let code = found.get(key);
    if (code === undefined) {
      if (found.size === most) return null;
      code = found.size;
      found.set(key, code);
      counts.push(0);
    }
    codes[row] = code;
    counts[code]!++; // every code has a count
  }
  const values = [...found.keys()].map((key, code) => ({ value: textOf(column, key), count: counts[code]! }));
  return { codes, values };
}

/** What stands for the value of a row: equal for equal values; null: missing. */
function keyReaderOf(column: Column): (row: number) => number | string | null {
  switch (column.kind) {
    case "number":
    case "time": {
      const { values } = column;
      return (row) => {
        const value = values[row]!; // within the column
        return value !== value ? null : value;
      };
    }
    case "category": {
      const { codes } = column;
      return (row) => {
        const code = codes[row]!; // within the column
        return code < 0 ? null : code;
      };
    }
    case "text": {
      const { values } = column;
      return (row) => values[row] || null;
    }
    default:
      return column satisfies never;
  }
}

function textOf(column: Column, key: number | string): string {
  return column.kind === "category" && typeof key === "number" ? (column.levels[key] ?? "") : String(key);
}
