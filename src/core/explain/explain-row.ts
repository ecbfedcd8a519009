import { cellOf, type Cell, type Column } from "../data/column";
import type { Note } from "../data/note";
import type { ColumnProfile } from "../data/profile";
import type { Attribution } from "./attribution";
import { columnSums } from "./column-sums";
import type { Contribution, RowExplanation } from "./explanation";
import { reasonOf } from "./reason";

export interface RowToExplain {
  readonly attribution: Attribution;
  /** The source column of each feature of the attribution. */
  readonly featureColumns: readonly number[];
  readonly columns: readonly Column[];
  /** One per column. */
  readonly profiles: readonly ColumnProfile[];
  readonly row: number;
  /** What the model expected, by column and in its units, where that can be said. */
  readonly expected?: readonly Cell[];
  /** What is usual in the row's own group, by column; null where that is not known. */
  readonly typicalInGroup?: (position: number) => Contribution["typical"];
  /** How the attribution was found, as `methodOf` says. */
  readonly method: Note;
  /** Contributions to give at most; 20 unless told. */
  readonly limit?: number;
}

/**
 * Turns an attribution over features into contributions of columns, largest first, each with its share, what
 * is typical there and the reason in words. Columns that contribute nothing are left out.
 */
export function explainRow(ask: RowToExplain): RowExplanation {
  const { columns, profiles, row } = ask;
  const sums = columnSums(ask.attribution, ask.featureColumns);
  const total = [...sums.values()].reduce((sum, value) => sum + Math.abs(value), 0);
  const leading = [...sums]
    .filter(([, value]) => value !== 0)
    .sort(([a, one], [b, other]) => Math.abs(other) - Math.abs(one) || a - b)
    .slice(0, ask.limit ?? 20);
  const contributions = leading.flatMap(([position, value]): Contribution[] => {
    const column = columns[position];
    const profile = profiles[position];
    if (!column || !profile) return [];
    const partners = leading
      .filter(([other, its]) => other !== position && its > 0)
      .slice(0, 2)
      .flatMap(([other]) => columns[other]?.name ?? []);
    return [
      {
        column: position,
        share: value / total,
        value: cellOf(column, row),
        typical: ask.typicalInGroup?.(position) ?? typicalOf(profile),
        expected: ask.expected?.[position] ?? null,
        ...reasonOf({ column, profile, row, partners, speaksForStrange: value > 0 }),
      },
    ];
  });
  return { row, contributions, method: ask.method };
}

/** How an attribution was found: by the detector itself, adding up to its score or not, or by replacing values. */
export function methodOf(attribution: Attribution, own: boolean): Note {
  if (!own) return { code: "method.replaced" };
  return { code: attribution.additive ? "method.adds-up" : "method.column-by-column" };
}

/** Where the middle half of a column lies, or its most frequent level. */
export function typicalOf({ numeric, levels, rows, missing }: ColumnProfile): Contribution["typical"] {
  if (numeric) return { low: numeric.q25, middle: numeric.median, high: numeric.q75 };
  const first = levels?.[0];
  return first ? { level: first.level, share: first.count / Math.max(1, rows - missing) } : null;
}
