import type { NumberColumn } from "../data/column";
import { selectQuantiles } from "../math/quantile-select";
import type { FeatureSource } from "./fitted-recipe";
import type { ColumnRecipe, Side } from "./recipe";

/**
 * The source of a number column. Infinities are put a tenth of the range beyond the finite extremes of
 * the given rows, so that they stay the strangest values without swallowing all others. Where only one side can be strange,
 * the other ends at its quartile: a quarter of the rows lies there, so that nothing does less than be ordinary.
 */
export function numberSourceOf(
  { values }: NumberColumn,
  rows: Uint32Array,
  side: ColumnRecipe["side"] = "both",
): FeatureSource {
  let min = Infinity;
  let max = -Infinity;
  for (const row of rows) {
    const value = values[row]!; // rows are below rowCount
    if (value < min && value !== -Infinity) min = value;
    if (value > max && value !== Infinity) max = value;
  }
  if (min > max) return { kind: "value", below: -1, above: 1 };
  const margin = 0.1 * (max - min || Math.max(1, Math.abs(max)));
  return {
    kind: "value",
    below: Math.max(-Number.MAX_VALUE, min - margin),
    above: Math.min(Number.MAX_VALUE, max + margin),
    ...endOf(values, rows, side),
  };
}

function endOf(
  values: Float64Array,
  rows: Uint32Array,
  side: Side,
): { readonly least?: number; readonly most?: number } {
  if (side === "both") return {};
  const finite = Float64Array.from(rows, (row) => values[row]!).filter(Number.isFinite); // rows are below rowCount
  const [quartile] = selectQuantiles(finite, [side === "high" ? 0.25 : 0.75]);
  return quartile === undefined ? {} : side === "high" ? { least: quartile } : { most: quartile };
}
