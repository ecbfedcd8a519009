import { guessHeader, type HeaderGuess } from "../delimited/guess-header";

/** Where a table begins among rows of cells that may have titles, remarks and empty rows above it. */
export interface TableStart {
  /** Position of the first row of the table: its names, or its first values. */
  readonly first: number;
  readonly header: HeaderGuess;
}

const ROWS_COMPARED = 200;
/** A column belongs to the table where this share of the rows fill it. */
const MIN_FILLED = 0.5;
/** A row that fills so many of the columns of the table is a row of it. */
const MIN_SHARE = 0.6;

/**
 * Titles fill fewer columns than the table below them: it begins with the first row that fills most of the columns that
 * most rows fill.
 */
export function tableStartOf(rows: readonly (readonly string[])[]): TableStart {
  const some = rows.slice(0, ROWS_COMPARED);
  const columns = filledColumns(some);
  const found = some.findIndex((row) => shareFilled(row, columns) >= MIN_SHARE);
  const first = Math.max(0, found);
  return { first, header: guessHeader(rows.slice(first)) };
}

function filledColumns(rows: readonly (readonly string[])[]): readonly number[] {
  const counts = new Map<number, number>();
  let wide = 0;
  for (const row of rows) {
    const filled = row.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
    // A row with a single cell says nothing of the columns, unless the table has a single one.
    if (filled.length > 1) wide++;
    for (const column of filled) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const most = wide > 0 ? wide : rows.length;
  return [...counts].flatMap(([column, count]) => (count >= most * MIN_FILLED ? [column] : []));
}

function shareFilled(row: readonly string[], columns: readonly number[]): number {
  return columns.filter((column) => (row[column] ?? "").trim() !== "").length / Math.max(1, columns.length);
}
