import type { Attribution } from "./attribution";
import { columnSums } from "./column-sums";

/** What one member of a consensus says of a row, and how loudly. */
export interface Opinion {
  readonly attribution: Attribution;
  /** The source column of each feature of this member's matrix. */
  readonly featureColumns: readonly number[];
  /** The member's part in the row's score, >= 0. */
  readonly voice: number;
}

/**
 * The opinions on one row as one attribution over the `columnCount` columns of the table. Scores of different
 * detectors share no unit, so each opinion is first divided by the sum of its absolute values over the columns;
 * then they are averaged, weighted by their voices. An opinion that blames no column is passed over; all values
 * are 0 where that leaves none.
 */
export function combineAttributions(opinions: readonly Opinion[], columnCount: number): Attribution {
  const values = new Float32Array(columnCount);
  const heard = opinions.flatMap(({ attribution, featureColumns, voice }) => {
    const sums = columnSums(attribution, featureColumns);
    const total = [...sums.values()].reduce((sum, value) => sum + Math.abs(value), 0);
    return total > 0 && Number.isFinite(total) && voice > 0 ? [{ sums, total, voice }] : [];
  });
  const voices = heard.reduce((sum, { voice }) => sum + voice, 0);
  for (const { sums, total, voice } of heard)
    for (const [column, value] of sums) values[column] = values[column]! + ((value / total) * voice) / voices;
  return { over: "features", values, additive: false };
}
