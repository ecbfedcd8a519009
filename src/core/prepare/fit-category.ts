import type { CategoryColumn } from "../data/column";
import type { FeatureSource } from "./fitted-recipe";
import type { MissingRule } from "./recipe";

/** The levels of the given rows with their counts, most frequent first; equals in the order of the column. */
export interface CountedLevels {
  readonly levels: readonly string[];
  readonly counts: readonly number[];
  /** The sum of the counts. */
  readonly present: number;
}

/** Counts the levels that the given rows have; under a constant rule, missing cells count for its level. */
export function countLevels({ codes, levels }: CategoryColumn, rows: Uint32Array, missing: MissingRule): CountedLevels {
  const counts = new Array<number>(levels.length).fill(0);
  let present = 0;
  for (const row of rows) {
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    counts[code]!++; // codes index levels
    present++;
  }
  const names = [...levels];
  if (missing.kind === "constant" && present < rows.length) {
    const named = levels.indexOf(String(missing.value));
    const code = named < 0 ? names.push(String(missing.value)) - 1 : named;
    counts[code] = (counts[code] ?? 0) + rows.length - present;
    present = rows.length;
  }
  const order = Array.from(counts.keys())
    .filter((code) => counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]!);
  return { levels: order.map((code) => names[code] ?? ""), counts: order.map((code) => counts[code] ?? 0), present };
}

type LevelSource = FeatureSource & { readonly kind: "level-value" };

/** The share of each level; a level not seen before has none. */
export function frequencySourceOf({ levels, counts, present }: CountedLevels): LevelSource {
  return { kind: "level-value", levels, values: Float64Array.from(counts, (count) => count / present), unseen: 0 };
}

/**
 * How rare each level is, in bits: -log2 of its share, with one row added to each level and one for all
 * those not seen before, which are rarer than any other.
 */
export function raritySourceOf({ levels, counts, present }: CountedLevels): LevelSource {
  const total = present + levels.length + 1;
  return {
    kind: "level-value",
    levels,
    values: Float64Array.from(counts, (count) => -Math.log2((count + 1) / total)),
    unseen: Math.log2(total),
  };
}

/** The level that stands for a missing one. */
export function levelForMissing({ levels }: CountedLevels, rule: MissingRule): string {
  return rule.kind === "constant" ? String(rule.value) : (levels[0] ?? "");
}
