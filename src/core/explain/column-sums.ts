import type { Attribution } from "./attribution";

/** What each column says, the sum over the features made from it; `featureColumns` names the column of each feature. */
export function columnSums({ values }: Attribution, featureColumns: readonly number[]): Map<number, number> {
  const sums = new Map<number, number>();
  featureColumns.forEach((column, feature) => {
    sums.set(column, (sums.get(column) ?? 0) + (values[feature] ?? 0));
  });
  return sums;
}
