import type { ColumnSamples } from "../../core/detect/column-samples";
import type { Column } from "../../core/data/column";

/** A number with more different values than this is no category. */
const MAX_NUMBER_LEVELS = 12;
/** Levels of fewer rows than this say nothing of what is usual in them. */
const MIN_ROWS_PER_LEVEL = 8;

/** The numbers of a feature, by sample; null where it holds none, or only names rows. */
export function numbersAt({ columns, roles, origin }: ColumnSamples, feature: number): Float64Array | null {
  const column = columns[feature]!; // one of the features
  if (column.kind !== "number" || roles[feature] === "id") return null;
  return Float64Array.from(origin, (row) => column.values[row]!); // rows of the table
}

/** Times of a feature in milliseconds, by sample; null where it holds none. */
export function timesAt({ columns, origin }: ColumnSamples, feature: number): Float64Array | null {
  const column = columns[feature]!; // one of the features
  return column.kind === "time" ? Float64Array.from(origin, (row) => column.values[row]!) : null; // rows of the table
}

/** The finite ones in ascending order. */
export function ascending(values: Float64Array): Float64Array {
  return values.filter(Number.isFinite).sort();
}

/** What the rows of a table fall into by one of its columns. */
export interface Levels {
  readonly feature: number;
  readonly names: readonly string[];
}

/**
 * The levels of a column by which rows can be compared: of a category, of a text in which values come again, of a
 * number with few values. Null where there are fewer than two, or more than rows could fill.
 */
export function levelsOf({ columns, roles, origin }: ColumnSamples, feature: number): Levels | null {
  const column = columns[feature]!; // one of the features
  if (column.kind === "time") return null;
  const most = column.kind === "number" ? MAX_NUMBER_LEVELS : Math.floor(origin.length / MIN_ROWS_PER_LEVEL);
  if (column.kind === "number" && roles[feature] === "id") return null;
  const names = new Set<string>();
  const nameOf = levelNamer(column);
  for (const row of origin) {
    const name = nameOf(row);
    if (name === null) continue;
    names.add(name);
    if (names.size > most) return null;
  }
  return names.size < 2 ? null : { feature, names: [...names] };
}

/** Which level each sample falls into; -1 where none, or one that was not learned. */
export function levelCodes({ columns, origin }: ColumnSamples, { feature, names }: Levels): Int32Array {
  const codes = new Map(names.map((name, code) => [name, code]));
  const nameOf = levelNamer(columns[feature]!); // one of the features
  return Int32Array.from(origin, (row) => codes.get(nameOf(row) ?? "") ?? -1);
}

/** The level of a row by name; null where its cell is missing. */
export function levelNamer(column: Column): (row: number) => string | null {
  switch (column.kind) {
    case "number":
    case "time":
      return (row) => (Number.isNaN(column.values[row]!) ? null : String(column.values[row])); // a row of the table
    case "category":
      return (row) => column.levels[column.codes[row]!] ?? null; // a row of the table
    case "text":
      return (row) => column.values[row] || null;
    default:
      return column satisfies never;
  }
}

/** The samples of each level, by code. */
export function samplesByLevel(codes: Int32Array, levels: number): number[][] {
  const members: number[][] = Array.from({ length: levels }, () => []);
  codes.forEach((code, sample) => members[code]?.push(sample));
  return members;
}
