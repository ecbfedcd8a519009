import type { ReactNode } from "react";
import type { AxisKind } from "./geometry";

export interface ScatterProps {
  readonly title?: string;
  readonly controls?: ReactNode;
  /** Source rows of the points, strangest first; `x`, `y` and `score100` in the same order. */
  readonly rows: Uint32Array;
  /** Numbers, epoch milliseconds, or codes of the levels (-1: missing). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xKind: AxisKind;
  readonly yKind: AxisKind;
  readonly xLevels: readonly string[] | null;
  readonly yLevels: readonly string[] | null;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Unset: logarithmic where the tail of a number column is heavy. */
  readonly xLog?: boolean;
  readonly yLog?: boolean;
  /** How many of the first points are flagged. */
  readonly flaggedCount: number;
  /** 0 to 100. */
  readonly score100: Float32Array | null;
  readonly selectedRow: number | null;
  readonly hoveredRow: number | null;
  /** Rows that are boxed, in this chart or elsewhere: ringed. */
  readonly boxedRows?: Uint32Array | null;
  /** How a row is named to people; by default “Row 1” for the first. */
  readonly rowName?: (row: number) => string;
  onHover(row: number | null): void;
  onSelect(row: number): void;
  /** Rows in the box drawn, or null when the box is dropped. */
  onBox(rows: Uint32Array | null): void;
}

/** One value of an axis in words. */
export type Say = (value: number) => string;
