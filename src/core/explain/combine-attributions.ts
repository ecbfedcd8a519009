import type { Attribution } from "./attribution";
import { columnSums } from "./column-sums";

/** What one member of a consensus says of a row, and how much it counts. */
export interface MemberAttribution {
  readonly attribution: Attribution;
  /** The source column of each feature of this member's matrix. */
  readonly featureColumns: readonly number[];
  /** The member's part in the row's score, >= 0. */
  readonly weight: number;
}

/**
 * The attributions of one row by several members as one over the `columnCount` columns of the table. Scores of different
 * detectors share no unit, so each is first divided by the sum of its absolute values over the columns; then they are
 * averaged, by their weights. One that blames no column is passed over; all values are 0 where that leaves none.
 */
export function combineAttributions(members: readonly MemberAttribution[], columnCount: number): Attribution {
  const values = new Float32Array(columnCount);
  const heard = members.flatMap(({ attribution, featureColumns, weight }) => {
    const sums = columnSums(attribution, featureColumns);
    const total = [...sums.values()].reduce((sum, value) => sum + Math.abs(value), 0);
    return total > 0 && Number.isFinite(total) && weight > 0 ? [{ sums, total, weight }] : [];
  });
  const allWeights = heard.reduce((sum, { weight }) => sum + weight, 0);
  for (const { sums, total, weight } of heard)
    for (const [column, value] of sums) values[column] = values[column]! + ((value / total) * weight) / allWeights;
  return { over: "features", values, additive: false };
}
