import { type Cell, cellOf, type Column } from "../data/column";
import { lowerBound, upperBound } from "../math/sort";
import type { ColumnOptions } from "./smallest-change";

/**
 * What the cell of `row` could be instead: the different values that `others` have in the column, at most so many, spread
 * evenly. A number or a time costs the share of the others that lie between it and the row's own; another value of a
 * category the share of the others that have yet another. A missing value is no option: it is not a change to something.
 */
export function changeOptions(
  column: Column,
  position: number,
  row: number,
  others: Uint32Array,
  most: number,
): ColumnOptions {
  if (column.kind === "number" || column.kind === "time") {
    const sorted = Float64Array.from(others, (other) => column.values[other]!)
      .filter(Number.isFinite)
      .sort(); // rows of the table
    const own = column.values[row]!; // a row of the table
    const distinct = sorted.filter((value, at) => value !== own && value !== sorted[at - 1]);
    const options = evenly(distinct, most).map((value) => ({ cell: value, cost: shareBetween(sorted, own, value) }));
    return { column: position, options: options.sort((a, b) => a.cost - b.cost || nearer(own, a.cell, b.cell)) };
  }
  if (column.kind === "text") return { column: position, options: [] };
  const counts = new Map<Cell, number>();
  const own = cellOf(column, row);
  for (const other of others) {
    const cell = cellOf(column, other);
    if (cell !== null && cell !== own) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const options = [...counts].map(([cell, count]) => ({ cell, cost: 1 - count / others.length }));
  return { column: position, options: options.sort((a, b) => a.cost - b.cost).slice(0, most) };
}

/** Of a row without a value: how far from the middle. Never 0, so that one change more always costs more. */
function shareBetween(sorted: Float64Array, own: number, value: number): number {
  const { length } = sorted;
  const start = Number.isNaN(own) ? length / 2 : value < own ? lowerBound(sorted, own) : upperBound(sorted, own);
  const end = Number.isNaN(own)
    ? (lowerBound(sorted, value) + upperBound(sorted, value)) / 2
    : value < own
      ? upperBound(sorted, value)
      : lowerBound(sorted, value);
  return (Math.abs(end - start) + 1) / (length + 1);
}

function nearer(own: number, a: number, b: number): number {
  return Math.abs(a - own) - Math.abs(b - own);
}

function evenly(values: Float64Array, most: number): number[] {
  if (values.length <= most) return [...values];
  const step = (values.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => values[Math.round(at * step)]!); // within the length
}
