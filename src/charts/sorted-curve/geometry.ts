import { logScale, linearScale, positionOf, valueAt, type Scale } from "../axis/scale";

/** A point of the curve as positions (0 to 1), with the rank and score that it stands for. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly rank: number;
  readonly score: number;
}

/** Ranks from 1, the strangest, to `rows`. */
export function rankScale(rows: number, log: boolean): Scale {
  return log ? logScale(1, Math.max(2, rows), 0, 1) : linearScale(1, Math.max(2, rows));
}

/**
 * The descending scores against their rank, two points per pixel column. The curve never rises, so between
 * its values at both borders of a column there is nothing that a finer drawing would show.
 */
export function curvePoints(sorted: Float64Array, ranks: Scale, scores: Scale, plotWidth: number): CurvePoint[] {
  const points: CurvePoint[] = [];
  const columns = Math.max(1, Math.round(plotWidth * 2));
  for (let column = 0; column <= columns; column++) {
    const rank = Math.max(1, Math.min(sorted.length, Math.round(valueAt(ranks, column / columns))));
    const score = sorted[rank - 1];
    if (score === undefined || rank === points.at(-1)?.rank) continue;
    points.push({ x: positionOf(ranks, rank), y: positionOf(scores, score), rank, score });
  }
  return points;
}

/** Ranks worth a line in the table: 1, 2, 5, 10, 20, 50 … and the last. */
export function tableRanks(rows: number): number[] {
  const ranks: number[] = [];
  for (let power = 1; power <= rows; power *= 10)
    for (const lead of [1, 2, 5]) if (lead * power <= rows) ranks.push(lead * power);
  if (rows > 0 && ranks.at(-1) !== rows) ranks.push(rows);
  return ranks;
}
