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
  return valuesOf(column.values, origin);
}

/** Times of a feature in milliseconds, by sample; null where it holds none. */
export function timesAt({ columns, origin }: ColumnSamples, feature: number): Float64Array | null {
  const column = columns[feature]!; // one of the features
  return column.kind === "time" ? valuesOf(column.values, origin) : null;
}

/** The values of some rows; `Float64Array.from` takes twenty times as long for a million of them. */
function valuesOf(values: Float64Array, rows: Uint32Array): Float64Array {
  return new Float64Array(rows.length).map((_, sample) => values[rows[sample]!]!); // rows of the table
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

const knownLevels = new WeakMap<ColumnSamples, (Levels | null | undefined)[]>();

/**
 * The levels of a column by which rows can be compared: of a category, of a text in which values come again, of a
 * number with few values. Null where there are fewer than two, or more than rows could fill. Found out once for all who ask.
 */
export function levelsOf(samples: ColumnSamples, feature: number): Levels | null {
  const known = knownLevels.get(samples) ?? [];
  knownLevels.set(samples, known);
  if (known[feature] === undefined) known[feature] = readLevels(samples, feature);
  return known[feature];
}

function readLevels({ columns, roles, origin }: ColumnSamples, feature: number): Levels | null {
  const column = columns[feature]!; // one of the features
  if (column.kind === "time") return null;
  const most = column.kind === "number" ? MAX_NUMBER_LEVELS : Math.floor(origin.length / MIN_ROWS_PER_LEVEL);
  if (column.kind === "number" && roles[feature] === "id") return null;
  const names = new Set<number | string>();
  const nameOf = valueReader(column); // names are made of the few that there are
  for (const row of origin) {
    const name = nameOf(row);
    if (name === null) continue;
    names.add(name);
    if (names.size > most) return null;
  }
  const asName = column.kind === "category" ? (code: number | string) => column.levels[Number(code)]! : String; // a code
  return names.size < 2 ? null : { feature, names: Array.from(names, asName) };
}

/** What tells values apart, faster than their names: the code of a category, a number, a text; null where the cell is missing. */
export function valueReader(column: Column): (row: number) => number | string | null {
  switch (column.kind) {
    case "number":
    case "time":
      return (row) => (Number.isNaN(column.values[row]!) ? null : column.values[row]!); // a row of the table
    case "category":
      return (row) => (column.codes[row]! < 0 ? null : column.codes[row]!); // a row of the table
    case "text":
      return levelNamer(column);
    default:
      return column satisfies never;
  }
}

/** Which level each sample falls into; -1 where none, or one that was not learned. */
export function levelCodes(samples: ColumnSamples, levels: Levels): Int32Array {
  const codeAt = levelReader(samples, levels);
  return new Int32Array(samples.count).map((_, sample) => codeAt(sample));
}

/** Tells which level a sample falls into. */
export function levelReader({ columns, origin }: ColumnSamples, { feature, names }: Levels) {
  const column = columns[feature]!; // one of the features
  const codes = new Map(names.map((name, code) => [name, code]));
  if (column.kind === "category") {
    // What a level of the column is called here is looked up once, not row by row.
    const byLevel = Int32Array.from(column.levels, (name) => codes.get(name) ?? -1);
    return (sample: number): number => byLevel[column.codes[origin[sample]!]!] ?? -1; // a sample
  }
  if (column.kind === "text") return (sample: number): number => codes.get(column.values[origin[sample]!]!) ?? -1; // a sample
  const byValue = new Map(names.map((name, code) => [Number(name), code]));
  return (sample: number): number => byValue.get(column.values[origin[sample]!]!) ?? -1; // a sample
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
