import { cellOf, type Column } from "../data/column";
import type { ColumnProfile } from "../data/profile";
import { typicalOf } from "../explain/explain-row";
import type { Contribution, Reason } from "../explain/explanation";

/** How much one channel adds to the score of a step, and why. */
export interface ChannelAttribution {
  /** Position of its column. */
  readonly column: number;
  /** Positive speaks for strange. */
  readonly weight: number;
  /** What was expected, in the units of the column; null where nothing was. */
  readonly expected: number | string | null;
  /** Of a row at the step: several rows may share it. */
  reasonFor(row: number): Reason;
}

/** Attributions by channel as contributions, the largest first; those that add nothing are left out. */
export function contributionsOf(
  channelAttributions: readonly ChannelAttribution[],
  columns: readonly Column[],
  profiles: readonly ColumnProfile[],
  row: number,
): Contribution[] {
  const total = channelAttributions.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  return channelAttributions
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.column - b.column)
    .slice(0, 20)
    .map(({ column, weight, expected, reasonFor }) => ({
      column,
      share: weight / total,
      value: cellOf(columns[column]!, row),
      typical: typicalOf(profiles[column]!),
      expected,
      ...reasonFor(row),
    }));
}

/** Why a value at a step is strange: against what was expected, or, where nothing was, against its surroundings. */
export function stepReasonOf(column: Column, row: number, expected: number | null): Reason {
  const value = cellOf(column, row);
  if (typeof value !== "number")
    return { direction: "missing", note: { code: "step.missing", values: { column: column.name } } };
  if (expected === null)
    return { direction: "combination", note: { code: "step.unlike", values: { column: column.name, value } } };
  const direction = value > expected ? "high" : value < expected ? "low" : "combination";
  const code = ({ high: "step.above", low: "step.below", combination: "step.as-expected" } as const)[direction];
  return { direction, note: { code, values: { column: column.name, value, expected: shortened(expected) } } };
}

/** The name of each statistic in the catalogue, in the order of WINDOW_STATISTICS, for values above 0 and below. */
const STATISTIC_CODES = [
  ["mean", "mean"],
  ["std", "std"],
  ["min", "min"],
  ["max", "max"],
  ["median", "median"],
  ["climbs", "sinks"],
  ["change", "change"],
  ["jump", "jump"],
  ["last", "last"],
  ["rose", "fell"],
] as const;
/** Steps that differ by less than this share of what is usual do not differ: a stuck sensor may flicker. */
const STILL_SHARE = 1e-3;

/** Why a window is strange: its odd statistic and what it usually is, in the units of the column. */
export function windowReasonOf(
  column: Column,
  statistic: number,
  value: number,
  usual: number,
  span: string | number,
): Reason {
  const direction = value > usual ? "high" : "low";
  const [above, below] = STATISTIC_CODES[statistic] ?? ["unlike", "unlike"];
  const isStill = (above === "jump" || above === "change") && value < STILL_SHARE * usual;
  const code = isStill ? "still" : value < 0 ? below : above;
  // A fall is told by its size.
  const size = above === below ? value : Math.abs(value);
  return {
    direction,
    note: {
      code: `window.${code}`,
      values: { column: column.name, value: shortened(size), usual: shortened(usual), span },
    },
  };
}

/** Why a window of plain values is strange, where no number of it stands out. */
export function windowUnlikeReasonOf(column: Column, span: string | number): Reason {
  return { direction: "combination", note: { code: "window.unlike", values: { column: column.name, span } } };
}

/** Four significant digits: what was expected is an estimate. */
function shortened(value: number): number {
  return Number(value.toPrecision(4));
}
