import { cellOf, type Cell, type Column } from "../data/column";
import type { Role } from "../prepare/recipe";
import type { SamplesBase } from "./samples-base";

/**
 * Rows with their columns as they were read: numbers in their units, categories, texts, times. For detectors to which
 * scaling and encoding would hide what they look at. A block holds numbers, times and codes of levels; texts are NaN.
 */
export interface ColumnSamples extends SamplesBase {
  readonly kind: "columns";
  /** One per feature, each of the whole table: read it at the rows that `origin` names. */
  readonly columns: readonly Column[];
  /** What each of them is for: a feature, an id, the group that rows are compared within. */
  readonly roles: readonly Role[];
}

/** The rows `origin` of these columns. */
export function columnSamples(columns: readonly Column[], roles: readonly Role[], origin: Uint32Array): ColumnSamples {
  const width = columns.length;
  const readers = columns.map(numberReader);
  return {
    kind: "columns",
    count: origin.length,
    shape: [width],
    width,
    features: columns.map(({ name }) => name),
    origin,
    columns,
    roles,
    block(from, to) {
      const values = new Float32Array(Math.max(0, to - from) * width);
      for (let sample = from, at = 0; sample < to; sample++)
        for (const read of readers) values[at++] = read(origin[sample]!); // sample < count
      return values;
    },
  };
}

/** Some of the samples, by their place. */
export function someOf(samples: ColumnSamples, which: ArrayLike<number>): ColumnSamples {
  return columnSamples(
    samples.columns,
    samples.roles,
    Uint32Array.from(which, (sample) => samples.origin[sample]!), // places of samples
  );
}

/** The cell of a sample. */
export function cellAt({ columns, origin }: ColumnSamples, sample: number, feature: number): Cell {
  return cellOf(columns[feature]!, origin[sample]!); // a feature and a sample of these
}

function numberReader(column: Column): (row: number) => number {
  switch (column.kind) {
    case "number":
    case "time":
      return (row) => column.values[row]!; // a row of the table
    case "category":
      return (row) => (column.codes[row]! < 0 ? NaN : column.codes[row]!); // a row of the table
    case "text":
      return () => NaN;
    default:
      return column satisfies never;
  }
}
