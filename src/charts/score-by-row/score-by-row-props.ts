import type { ReactNode } from "react";

export interface ScoreByRowProps {
  readonly controls?: ReactNode;
  /** By row; NaN where a row has none. */
  readonly scores: Float64Array;
  /** The same scores descending, without NaN. */
  readonly sorted: Float64Array;
  /** Epoch milliseconds of each row, NaN where missing; without it rows lie in their order. */
  readonly times?: Float64Array;
  readonly threshold: number;
  onThreshold(value: number): void;
  /** Unset: logarithmic where the tail is heavy. */
  readonly logScores?: boolean;
  readonly unitLabel: string;
  readonly selectedRow: number | null;
  readonly hoveredRow: number | null;
  /** Rows that are boxed, in this chart or elsewhere: ringed. */
  readonly boxedRows?: Uint32Array | null;
  /** How a row is named to people; by default “Row 1” for the first. */
  readonly rowName?: (row: number) => string;
  onHover(row: number | null): void;
  onSelect(row: number): void;
  /** Rows in the range drawn, in row order, or null when it is dropped. */
  onRange(rows: Uint32Array | null): void;
}
