import type { CategoryColumn, TextColumn } from "./column";

export interface LevelCounts {
  readonly missing: number;
  readonly distinct: number;
  /** The most frequent levels, at most 50, descending; equals in the order of the column. */
  readonly levels: readonly { readonly level: string; readonly count: number }[];
}

const shown = 50;

/** How often each level occurs; levels that no row has are not counted. */
export function levelCountsOf(column: CategoryColumn | TextColumn): LevelCounts {
  return column.kind === "category" ? countCodes(column) : countTexts(column.values);
}

function countCodes({ codes, levels }: CategoryColumn): LevelCounts {
  const counts = new Uint32Array(levels.length);
  let missing = 0;
  for (const code of codes) {
    if (code < 0) missing++;
    else counts[code]!++; // codes index levels
  }
  const present = Array.from(counts, (count, code) => ({ level: levels[code] ?? "", count })).filter(
    ({ count }) => count > 0,
  );
  return { missing, distinct: present.length, levels: mostFrequent(present) };
}

function countTexts(values: readonly string[]): LevelCounts {
  const counts = new Map<string, number>();
  let missing = 0;
  for (const value of values) {
    if (value === "") missing++;
    else counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return {
    missing,
    distinct: counts.size,
    levels: mostFrequent(Array.from(counts, ([level, count]) => ({ level, count }))),
  };
}

function mostFrequent(levels: { level: string; count: number }[]): LevelCounts["levels"] {
  return levels.sort((a, b) => b.count - a.count).slice(0, shown);
}
