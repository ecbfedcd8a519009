import type { RowExplanation } from "../../core/explain/explanation";
import { contributionsToSay } from "../../core/explain/said-reasons";

const MOST_LEADING = 3;

/** The columns that speak most for the strangeness of these rows, the strongest first, each row counting alike. */
export function leadingColumns(explanations: readonly RowExplanation[]): readonly number[] {
  const weight = new Map<number, number>();
  for (const explanation of explanations)
    for (const { column, share } of contributionsToSay(explanation))
      weight.set(column, (weight.get(column) ?? 0) + share);
  return [...weight]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .slice(0, MOST_LEADING)
    .map(([column]) => column);
}
