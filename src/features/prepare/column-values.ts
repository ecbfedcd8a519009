import type { ColumnProfile } from "../../core/data/profile";

/** What a chart of a column's values draws; null when the column holds none. */
export function columnValuesOf({ numeric, levels }: ColumnProfile) {
  if (numeric) return { kind: "bins", ...numeric } as const;
  return levels && levels.length > 0 ? ({ kind: "levels", levels } as const) : null;
}
