import { isValueCell } from "./known-cell";

/** A column is one of values when nearly all of its filled cells are numbers, dates and the like. */
const MIN_VALUE_SHARE = 0.8;
const MIN_ROWS_FOR_VALUES = 3;
/** Columns beyond these say nothing new. */
const MAX_COLUMNS_ASKED = 100;
/** A row that has this share of its values in their places is taken for one. */
const MIN_SHARE_IN_PLACE = 0.75;

/** What rows of a table look like: how many cells they have, and where values stand. */
export interface RowShape {
  /** The most frequent number of cells; 0: no row is known. */
  readonly width: number;
  /** Positions of the columns that hold values. */
  readonly values: readonly number[];
}

/** The shape that most of some rows have. */
export function shapeOf(rows: readonly (readonly string[])[]): RowShape {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [width] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0];
  const usual = rows.filter((row) => row.length === width);
  const values: number[] = [];
  for (let column = 0; column < Math.min(width, MAX_COLUMNS_ASKED); column++) {
    const filled = usual.map((row) => row[column]!.trim()).filter((cell) => cell !== "");
    if (filled.length < MIN_ROWS_FOR_VALUES) continue;
    if (filled.filter(isValueCell).length >= filled.length * MIN_VALUE_SHARE) values.push(column);
  }
  return { width, values };
}

/** Whether cells look like a whole row: as many as usual, with values where values stand. */
export function looksLikeRow(cells: readonly string[], { width, values }: RowShape): boolean {
  if (cells.length !== width) return false;
  const inPlace = values.filter((column) => isValueCell(cells[column]!.trim())).length;
  return inPlace >= values.length * MIN_SHARE_IN_PLACE;
}
