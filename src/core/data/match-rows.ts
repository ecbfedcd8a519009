import { selectQuantiles } from "../math/quantile-select";
import { type Column, cellOf } from "./column";

/** Which row of another table belongs to each row of a table, and which of the other's belong to none. */
export interface Matches {
  /** By row; -1 for none. */
  readonly rows: Int32Array;
  /** Rows of the other table that no row has taken, and the first of them, counted from 0. */
  readonly left: { readonly count: number; readonly first: readonly number[] };
  /** Rows of the other table with a key that an earlier one has. */
  readonly repeated: number;
}

const NO_ROW = -1;
const MAX_TOLD = 5;

/** The row of `other` that lies nearest in time, at most `tolerance` away; of two as near the earlier one. */
export function nearestRows(times: Float64Array, other: Float64Array, tolerance: number): Matches {
  const order = Uint32Array.from(other.keys())
    .filter((row) => !Number.isNaN(other[row]))
    .sort((a, b) => other[a]! - other[b]! || a - b); // rows of `other`
  const sorted = Float64Array.from(order, (row) => other[row]!);
  const rows = Int32Array.from(times, (time) => {
    const at = nearestPlace(sorted, time);
    return at !== NO_ROW && Math.abs(sorted[at]! - time) <= tolerance ? order[at]! : NO_ROW; // a place of `sorted`
  });
  return { rows, left: leftOf(rows, other.length), repeated: 0 };
}

/** The first row of `other` with the same value. */
export function rowsByKey(keys: Column, other: Column, otherRows: number): Matches {
  const rowOf = new Map<string, number>();
  let repeated = 0;
  for (let row = 0; row < otherRows; row++) {
    const key = keyAt(other, row);
    if (key === null) continue;
    if (rowOf.has(key)) repeated++;
    else rowOf.set(key, row);
  }
  const length = keys.kind === "category" ? keys.codes.length : keys.values.length;
  const rows = Int32Array.from({ length }, (_, row) => rowOf.get(keyAt(keys, row) ?? "") ?? NO_ROW);
  return { rows, left: leftOf(rows, otherRows), repeated };
}

/** The cells of a column in these rows; missing where there is none. */
export function takenRows(column: Column, rows: Int32Array): Column {
  switch (column.kind) {
    case "number":
    case "time":
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN) };
    case "category":
      return { ...column, codes: rows.map((row) => column.codes[row] ?? NO_ROW) };
    case "text":
      return { ...column, values: Array.from(rows, (row) => column.values[row] ?? "") };
    default:
      return column satisfies never;
  }
}

/** The usual step from one time to the next; 0 where there is none. */
export function usualStep(times: Float64Array): number {
  const sorted = times.filter((time) => !Number.isNaN(time)).sort();
  const steps = sorted.subarray(1).map((time, at) => time - sorted[at]!); // at + 1 < length
  const [median = 0] = selectQuantiles(
    steps.filter((step) => step > 0),
    [0.5],
  );
  return Number.isNaN(median) ? 0 : median;
}

function nearestPlace(sorted: Float64Array, time: number): number {
  if (sorted.length === 0 || Number.isNaN(time)) return NO_ROW;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < time)
      low = middle + 1; // below length
    else high = middle;
  }
  if (low === 0) return 0;
  if (low === sorted.length) return firstEqual(sorted, low - 1);
  return time - sorted[low - 1]! <= sorted[low]! - time ? firstEqual(sorted, low - 1) : low; // both are places
}

function firstEqual(sorted: Float64Array, from: number): number {
  let at = from;
  while (at > 0 && sorted[at - 1] === sorted[at]) at--;
  return at;
}

function leftOf(rows: Int32Array, otherRows: number): Matches["left"] {
  const taken = new Uint8Array(otherRows);
  for (const row of rows) if (row !== NO_ROW) taken[row] = 1;
  const first: number[] = [];
  let count = 0;
  taken.forEach((isTaken, row) => {
    if (isTaken) return;
    count++;
    if (first.length < MAX_TOLD) first.push(row);
  });
  return { count, first };
}

function keyAt(column: Column, row: number): string | null {
  const cell = cellOf(column, row);
  return cell === null ? null : String(cell);
}
