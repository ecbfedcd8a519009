import type { Column } from "./column";

/** A table as it was read: columns of equal length, in the order of the file. */
export interface Dataset {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: readonly Column[];
  /** Position in the file (0 = first data row) of each kept row; null when every row was kept. */
  readonly sourceRows: Uint32Array | null;
}

/** The position in the file of a dataset's row, counted from 1 as a person counts. */
export function sourceRowOf(dataset: Pick<Dataset, "sourceRows">, row: number): number {
  return (dataset.sourceRows ? (dataset.sourceRows[row] ?? row) : row) + 1;
}
