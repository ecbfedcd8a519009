import { cellOf, type Column } from "../../core/data/column";
import type { FlaggedPer } from "../protocol";

const DAY_MS = 86_400_000;
const MOST_TOLD = 3;

/** The unit of each scored row, in the order of the scores: a day, or a value. Rows without one have none. */
export interface UnitsOfRows {
  readonly isDays: boolean;
  readonly count: number;
  readonly ofPlace: readonly (number | string | null)[];
}

/** Which day a row is of, by a column of times on its own clocks, or which of the column's values it has. */
export function unitsOfRows(column: Column, order: Uint32Array): UnitsOfRows {
  const isDays = column.kind === "time";
  const ofPlace = Array.from(order, (row) => {
    const cell = cellOf(column, row);
    return isDays && typeof cell === "number" ? Math.floor(cell / DAY_MS) * DAY_MS : cell;
  });
  return { isDays, count: new Set(ofPlace.filter((unit) => unit !== null)).size, ofPlace };
}

/** How many rows a threshold flags in each of the units. */
export function flaggedPer(
  { sorted }: { readonly sorted: Float64Array },
  threshold: number,
  { isDays, count, ofPlace }: UnitsOfRows,
): FlaggedPer {
  const tally = new Map<number | string, number>();
  let flagged = 0;
  for (let at = 0; at < sorted.length && sorted[at]! >= threshold; at++) {
    const unit = ofPlace[at] ?? null;
    if (unit === null) continue;
    flagged += 1;
    tally.set(unit, (tally.get(unit) ?? 0) + 1);
  }
  const most = [...tally].sort((a, b) => b[1] - a[1]).slice(0, MOST_TOLD);
  return {
    isDays,
    units: count,
    mean: count === 0 ? 0 : flagged / count,
    none: count - tally.size,
    most: most.map(([unit, found]) => ({ unit, count: found })),
  };
}
