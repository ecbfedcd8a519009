import type { Column } from "../data/column";
import { countLevels, type CountedLevels } from "./fit-category";
import type { EncodeRule, PreparePreference, Recipe } from "./recipe";

/** How one category column is to be encoded. */
export interface EncodePlan {
  readonly counted: CountedLevels;
  readonly encode: EncodeRule;
}

/** A matrix of more numbers than this (240 MB) is not worth a column per level. */
const mostCells = 60e6;

/**
 * The encoding of each category feature, by position: what the recipe or the detector wants, but shares
 * instead of one column per level where there are more levels than the limit allows, and, widest first,
 * where the matrix would grow out of memory (`narrowed` names those).
 */
export function planEncoding(
  columns: readonly Column[],
  recipe: Recipe,
  preference: PreparePreference,
  rows: Uint32Array,
): { plans: Map<number, EncodePlan>; narrowed: string[] } {
  const plans = new Map<number, EncodePlan>();
  recipe.columns.forEach(({ role, encode, missing }, position) => {
    const column = columns[position];
    if (role !== "feature" || column?.kind !== "category") return;
    const counted = countLevels(column, rows, missing);
    const wanted = encode === "auto" ? preference.encode : encode;
    const tooMany = wanted === "one-hot" && counted.levels.length > recipe.oneHotLimit;
    plans.set(position, { counted, encode: tooMany ? "frequency" : wanted });
  });
  return { plans, narrowed: narrow(plans, columns, recipe, rows.length) };
}

function narrow(
  plans: Map<number, EncodePlan>,
  columns: readonly Column[],
  recipe: Recipe,
  rowCount: number,
): string[] {
  const narrowed: string[] = [];
  const others = recipe.columns.filter(({ role }) => role === "feature").length;
  const widest = Array.from(plans)
    .filter(([, { encode }]) => encode === "one-hot")
    .sort(([, a], [, b]) => b.counted.levels.length - a.counted.levels.length);
  let width = others + widest.reduce((sum, [, { counted }]) => sum + counted.levels.length, 0);
  for (const [position, { counted }] of widest) {
    if (width * rowCount <= mostCells) break;
    plans.set(position, { counted, encode: "frequency" });
    width -= counted.levels.length;
    narrowed.push(columns[position]?.name ?? "");
  }
  return narrowed;
}
