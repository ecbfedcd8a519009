import type { NumberColumn } from "../data/column";
import type { FeatureSource } from "./fitted-recipe";

/**
 * The source of a number column. Infinities are put a tenth of the range beyond the finite extremes of
 * the given rows, so that they stay the strangest values without swallowing all others.
 */
export function numberSourceOf({ values }: NumberColumn, rows: Uint32Array): FeatureSource {
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
  };
}
