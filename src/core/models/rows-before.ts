import type { Column } from "../data/column";
import { sampleIndices, seededRandom } from "../math/random";

/**
 * Some of the rows that a model learned from, by the columns that are compared: whether rows of another file can be told
 * from them is seen in no column alone. Levels are numbered as in the column's reference; NaN: no value, or a rare level.
 */
export interface RowsBefore {
  readonly names: readonly string[];
  readonly count: number;
  /** Row by row. */
  readonly values: Float64Array;
}

const MAX_ROWS = 1000;
const MAX_COLUMNS = 60;
const SEED = 3;

/** What makes a number of a cell of a column; null of columns that no classifier compares: times only ever go on. */
export function numberOf(column: Column, levels: readonly string[]): ((row: number) => number) | null {
  switch (column.kind) {
    case "number":
      return (row) => column.values[row] ?? NaN;
    case "category": {
      const numbers = new Map(levels.map((level, at) => [level, at]));
      return (row) => numbers.get(column.levels[column.codes[row] ?? -1] ?? "") ?? NaN;
    }
    case "time":
    case "text":
      return null;
    default:
      return column satisfies never;
  }
}

/** A random sample of rows, drawn alike each time. */
export function rowsBeforeOf(
  columns: readonly { readonly column: Column; readonly levels: readonly string[] }[],
  rows: Uint32Array,
): RowsBefore {
  const compared = columns.flatMap(({ column, levels }) => {
    const read = numberOf(column, levels);
    return read ? [{ name: column.name, read }] : [];
  });
  const shown = compared.slice(0, MAX_COLUMNS);
  const drawn = sampleIndices(rows.length, Math.min(rows.length, MAX_ROWS), seededRandom(SEED));
  const values = new Float64Array(drawn.length * shown.length);
  drawn.forEach(
    (index, at) => shown.forEach(({ read }, column) => (values[at * shown.length + column] = read(rows[index]!))), // a drawn row
  );
  return { names: shown.map(({ name }) => name), count: drawn.length, values };
}
