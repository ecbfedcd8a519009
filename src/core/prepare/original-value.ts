import type { FittedFeature } from "./fitted-recipe";

/**
 * The value in the units of the column that a prepared value stands for: the way back through scaling
 * and log. Null for features that are no quantity (levels, rarities, clock). `group` is the row's index
 * among the recipe's groups, -1 for none.
 */
export function originalValueOf(
  { source, scaling, within, log }: FittedFeature,
  prepared: number,
  group = -1,
): number | null {
  if (source.kind !== "value" && source.kind !== "days" && source.kind !== "gap") return null;
  const center = (group >= 0 ? within?.centers[group] : undefined) ?? scaling.center;
  const scale = (group >= 0 ? within?.scales[group] : undefined) ?? scaling.scale;
  const value = prepared * scale + center;
  const unlogged = log ? Math.sign(value) * Math.expm1(Math.abs(value)) : value;
  switch (source.kind) {
    case "value":
      return unlogged;
    case "days":
      return source.first + unlogged * 86_400_000;
    case "gap":
      return Math.expm1(unlogged);
    default:
      return source satisfies never;
  }
}
