import type { ColumnKind } from "../core/data/column";

/** How the numbers and dates of one made-up export are written. */
export interface Writing {
  readonly delimiter: string;
  readonly decimal: "." | ",";
  readonly thousands: string;
  /** By threes, or as in India: the last three, then by twos. */
  readonly groups: "threes" | "twos";
}

/** A column of a made-up export with its right answer. */
export interface MadeUpColumn {
  readonly name: string;
  readonly cells: readonly string[];
  readonly kind: ColumnKind;
  /** What each cell means: a number, epoch milliseconds, or the word; null: nothing. */
  readonly values: readonly (number | string | null)[];
  /** Something of it was not read as it stands, so that the report has to say so. */
  readonly isTold: boolean;
}

export interface Drawing {
  readonly random: () => number;
  readonly writing: Writing;
  readonly rows: number;
}

/** Draws one sort of column. */
export type DrawColumn = (drawing: Drawing) => MadeUpColumn;

/** A whole number from 0 to `end` - 1. */
export function below(end: number, { random }: Pick<Drawing, "random">): number {
  return Math.floor(random() * end);
}

export function oneOf<T>(all: readonly T[], drawing: Pick<Drawing, "random">): T {
  return all[below(all.length, drawing)]!; // below its length
}

/** A measured number of so many decimals, around 20 to 90. */
export function measured(decimals: number, { random }: Pick<Drawing, "random">): number {
  return Number((20 + 70 * random()).toFixed(decimals));
}

/** A number as the export writes it. */
export function written(value: number, decimals: number, { decimal, thousands, groups }: Writing): string {
  const [whole = "", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
  const grouped =
    thousands === ""
      ? whole
      : groups === "threes"
        ? whole.replace(/\B(?=(?:\d{3})+$)/g, thousands)
        : whole.replace(/\B(?=(?:\d{2})*\d{3}$)/g, thousands);
  return `${value < 0 ? "-" : ""}${grouped}${decimals > 0 ? decimal + fraction : ""}`;
}

/** A column out of a cell and its meaning for every row. */
export function columnOf(
  name: string,
  kind: ColumnKind,
  isTold: boolean,
  { rows }: Drawing,
  draw: (row: number) => readonly [cell: string, value: number | string | null],
): MadeUpColumn {
  const drawn = Array.from({ length: rows }, (_, row) => draw(row));
  return { name, kind, isTold, cells: drawn.map(([cell]) => cell), values: drawn.map(([, value]) => value) };
}
