import { sortedFinite } from "../math/sort";
import { isoTime } from "./civil-time";
import type { CategoryColumn, Column, ColumnKind, NumberColumn, TextColumn, TimeColumn } from "./column";
import type { Note } from "./note";
import { clockOf, type Clock } from "./profile-clock";
import { levelCountsOf } from "./profile-levels";
import { runsOf, summaryOf, type NumericSummary } from "./profile-numeric";
import { warningsOf } from "./profile-warnings";
import { sentinelsOf } from "./sentinel";
import { identityOf } from "./role-identity";

export type { Histogram } from "./profile-histogram";
export type { NumericSummary } from "./profile-numeric";

export interface ColumnProfile {
  readonly kind: ColumnKind;
  readonly rows: number;
  readonly missing: number;
  readonly infinite: number;
  /** Different values that are not missing; each infinity is one. */
  readonly distinct: number;
  /** Number and time columns with at least one finite value. */
  readonly numeric: NumericSummary | null;
  /** Category and text columns: the most frequent levels, at most 50, descending. */
  readonly levels: readonly { readonly level: string; readonly count: number }[] | null;
  /** Time columns: rows per hour of day (24) and per weekday (7, Monday first), UTC. */
  readonly clock: Clock | null;
  readonly warnings: readonly Note[];
}

/** What a column holds, exactly: every row is looked at. About 0.1 s for a million numbers. */
export function profileColumn(column: Column): ColumnProfile {
  return column.kind === "number" || column.kind === "time" ? profileNumeric(column) : profileLevels(column);
}

function profileNumeric(column: NumberColumn | TimeColumn): ColumnProfile {
  const { kind, values } = column;
  const sorted = sortedFinite(values);
  const { missing, above, below } = sorted.length === values.length ? ALL_FINITE : countNotFinite(values);
  const infinite = above + below;
  const runs = runsOf(sorted);
  const distinct = runs.distinct + (above > 0 ? 1 : 0) + (below > 0 ? 1 : 0);
  const numeric = summaryOf(sorted);
  const rows = values.length;
  const top =
    infinite > (runs.top?.count ?? 0)
      ? { value: above >= below ? Infinity : -Infinity, count: Math.max(above, below) }
      : runs.top;
  const facts = { kind, rows, missing, infinite, distinct, numeric };
  return {
    ...facts,
    levels: null,
    clock: kind === "time" ? clockOf(values) : null,
    warnings: warningsOf({
      ...facts,
      sentinels: kind === "number" ? sentinelsOf(sorted) : null,
      top: top && { ...top, value: kind === "time" ? isoTime(top.value) : top.value },
      identity: identityOf(column, distinct, rows - missing),
    }),
  };
}

function profileLevels(column: CategoryColumn | TextColumn): ColumnProfile {
  const { kind } = column;
  const rows = kind === "category" ? column.codes.length : column.values.length;
  const { missing, distinct, levels } = levelCountsOf(column);
  const facts = { kind, rows, missing, infinite: 0, distinct, numeric: null };
  const [first] = levels;
  return {
    ...facts,
    levels,
    clock: null,
    warnings: warningsOf({
      ...facts,
      sentinels: null,
      top: first ? { value: first.level, count: first.count } : null,
      identity: identityOf(column, distinct, rows - missing),
    }),
  };
}

const ALL_FINITE = { missing: 0, above: 0, below: 0 };

function countNotFinite(values: Float64Array): { missing: number; above: number; below: number } {
  let missing = 0;
  let above = 0;
  let below = 0;
  for (const value of values) {
    if (value === Infinity) above++;
    else if (value === -Infinity) below++;
    else if (Number.isNaN(value)) missing++;
  }
  return { missing, above, below };
}
