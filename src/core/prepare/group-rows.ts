import type { Column } from "../data/column";
import type { FittedRecipe } from "./fitted-recipe";

/** Groups with fewer rows cannot say what is ordinary among them. */
export const rowsPerGroup = 10;
/** A group with fewer rows borrows the spread of the others for those that it lacks: of few values a spread is often far off. */
export const rowsOfOwnSpread = 20;

/** What the value of a row is called, by row; null where it is missing. */
export function keyOf(column: Column): (row: number) => string | null {
  switch (column.kind) {
    case "number":
    case "time":
      return (row) => (Number.isNaN(column.values[row]) ? null : String(column.values[row]));
    case "category":
      return (row) => column.levels[column.codes[row] ?? -1] ?? null;
    case "text":
      return (row) => column.values[row] || null;
    default:
      return column satisfies never;
  }
}

/** The groups with at least `least` of the given rows, in order of appearance. */
export function groupKeysOf(column: Column, rows: Uint32Array, least = rowsPerGroup): string[] {
  const key = keyOf(column);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = key(row);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Array.from(counts).flatMap(([name, count]) => (count >= least ? [name] : []));
}

/** Which of `keys` each row belongs to; -1 for none of them. */
export function groupIndexOf(column: Column | null, keys: readonly string[], rowCount: number): Int32Array {
  if (!column) return new Int32Array(rowCount).fill(-1);
  const key = keyOf(column);
  const indexOf = new Map(keys.map((name, index) => [name, index]));
  return Int32Array.from({ length: rowCount }, (_, row) => indexOf.get(key(row) ?? "") ?? -1);
}

/** Which group of a fitted recipe a row belongs to; -1 for none. For few rows: `groupIndexOf` is for all of them. */
export function groupOfRow({ group, sources }: FittedRecipe, columns: readonly Column[]): (row: number) => number {
  const column = group && columns[sources[group.from]?.position ?? -1];
  if (!group || !column) return () => -1;
  const key = keyOf(column);
  return (row) => group.keys.indexOf(key(row) ?? "");
}

/** Rows sorted by group: those of group g are `rows[starts[g]]` to before `rows[starts[g + 1]]`; the last part holds the others. */
export interface RowsByGroup {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

/** The given rows by group, each group in the order of `rows`. */
export function rowsByGroup(rows: Uint32Array, groupOf: Int32Array, groupCount: number): RowsByGroup {
  const bucketOf = (row: number): number => {
    const group = groupOf[row] ?? -1;
    return group < 0 ? groupCount : group;
  };
  const starts = new Uint32Array(groupCount + 2);
  for (const row of rows) starts[bucketOf(row) + 1]!++; // buckets 0 to groupCount
  for (let bucket = 0; bucket <= groupCount; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const next = starts.slice();
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[next[bucketOf(row)]!++] = row;
  return { rows: sorted, starts };
}
