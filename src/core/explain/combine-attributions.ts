import type { Attribution } from "./attribution";
import { columnSums } from "./column-sums";

/** What one member of a consensus says of a row, and how loudly. */
export interface MemberAttribution {
  readonly attribution: Attribution;
  /** The source column of each feature of this member's matrix. */
  readonly featureColumns: readonly number[];
  /** The member's part in the row's score, >= 0. */
  readonly memberScoreHere: number;
}

/**
 * The channelAttributions on one row as one attribution over the `columnCount` columns of the table. Scores of different
 * detectors share no unit, so each channelAttribution is first divided by the sum of its absolute values over the columns;
 * then they are averaged, weighted by their memberScores. An channelAttribution that blames no column is passed over; all values
 * are 0 where that leaves none.
 */
export function combineAttributions(
  channelAttributions: readonly MemberAttribution[],
  columnCount: number,
): Attribution {
  const values = new Float32Array(columnCount);
  const heard = channelAttributions.flatMap(({ attribution, featureColumns, memberScoreHere }) => {
    const sums = columnSums(attribution, featureColumns);
    const total = [...sums.values()].reduce((sum, value) => sum + Math.abs(value), 0);
    return total > 0 && Number.isFinite(total) && memberScoreHere > 0 ? [{ sums, total, memberScoreHere }] : [];
  });
  const memberScores = heard.reduce((sum, { memberScoreHere }) => sum + memberScoreHere, 0);
  for (const { sums, total, memberScoreHere } of heard)
    for (const [column, value] of sums)
      values[column] = values[column]! + ((value / total) * memberScoreHere) / memberScores;
  return { over: "features", values, additive: false };
}
