import type { Column } from "../data/column";
import { quantileOfSorted } from "../math/quantile";
import type { ColumnReference } from "./column-reference";

/** How the values of a column are spread before and now, by the same bins or levels: shares of the rows with a value. */
export interface SharesBeside {
  /** Of categories, the most frequent first; none of numbers and times, whose bins are equally wide. */
  readonly levels: readonly string[];
  readonly before: readonly number[];
  readonly now: readonly number[];
}

const BINS = 16;
const MAX_LEVELS = 8;
/** Beyond these shares of the values a tail is put into the last bin, or it would make all others one. */
const [LOW, HIGH] = [0.01, 0.99];

/** Null where there is nothing to be laid beside each other. */
export function sharesBeside(before: ColumnReference, column: Column): SharesBeside | null {
  switch (column.kind) {
    case "number":
    case "time": {
      const now = column.values.filter(Number.isFinite).sort();
      if (now.length === 0 || before.values.length === 0) return null;
      const ends = [before.values, now].map((values) => [
        quantileOfSorted(values, LOW),
        quantileOfSorted(values, HIGH),
      ]);
      const [from, to] = [Math.min(...ends.map(([low = 0]) => low)), Math.max(...ends.map(([, high = 0]) => high))];
      if (!(to > from)) return null;
      return { levels: [], before: inBins(before.values, from, to), now: inBins(now, from, to) };
    }
    case "category": {
      const counts = new Map<string, number>();
      for (const code of column.codes) {
        const level = column.levels[code];
        if (level !== undefined) counts.set(level, (counts.get(level) ?? 0) + 1);
      }
      const was = new Map(before.levels.map((level, at) => [level, before.counts[at] ?? 0]));
      const [all, allBefore] = [totalOf(counts), totalOf(was)];
      if (all === 0 || allBefore === 0) return null;
      const share = (level: string) => ({
        before: (was.get(level) ?? 0) / allBefore,
        now: (counts.get(level) ?? 0) / all,
      });
      const levels = [...new Set([...was.keys(), ...counts.keys()])]
        .map((level) => ({ level, ...share(level) }))
        .sort((a, b) => Math.max(b.before, b.now) - Math.max(a.before, a.now))
        .slice(0, MAX_LEVELS);
      return {
        levels: levels.map(({ level }) => level),
        before: levels.map((one) => one.before),
        now: levels.map((one) => one.now),
      };
    }
    case "text":
      return null;
    default:
      return column satisfies never;
  }
}

function inBins(values: Float64Array, from: number, to: number): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values)
    counts[Math.max(0, Math.min(BINS - 1, Math.floor(((value - from) / (to - from)) * BINS)))]! += 1; // a bin
  return counts.map((count) => count / values.length);
}

function totalOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
