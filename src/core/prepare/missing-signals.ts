import type { Column } from "../data/column";
import { missingTestOf } from "./missing-cells";

/** Where a column is missing. */
export interface MissingPattern {
  readonly count: number;
  /** An earlier column that is missing in exactly the same rows. */
  readonly twin: Column | null;
}

/**
 * Compares where columns are missing among the given rows with those asked for before: a broken device
 * leaves all its columns empty, which is one fact and not many.
 */
export function createMissingPatterns(rows: Uint32Array): (column: Column) => MissingPattern {
  const seen = new Map<number, Column[]>();
  return (column) => {
    const isMissing = missingTestOf(column);
    let hash = 0;
    let count = 0;
    for (const row of rows) {
      if (!isMissing(row)) continue;
      hash = Math.imul(hash ^ row, 0x9e3779b1) + 1;
      count++;
    }
    const candidates = seen.get(hash);
    const twin = candidates?.find((earlier) => {
      const wasMissing = missingTestOf(earlier);
      return rows.every((row) => isMissing(row) === wasMissing(row));
    });
    if (!twin && candidates) candidates.push(column);
    else if (!twin) seen.set(hash, [column]);
    return { count, twin: twin ?? null };
  };
}
