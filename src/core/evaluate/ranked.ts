import type { Labels } from "../score/metrics";
import { rankScores } from "../score/rank";
import { countAtOrAbove } from "../score/threshold";
import type { Tally } from "./figures";

/** Rows in the order of a detector, with what is flagged of them. */
export interface Ranked {
  readonly order: Uint32Array;
  /** 1 behind the last of the rows that tie, by place in the order. */
  readonly ends: Uint8Array;
  /** How many of them are flagged. */
  readonly flagged: number;
  /** Descending. */
  readonly sorted: Float64Array;
}

/** Ranks rows that all have a score. */
export function rankedBy(scores: Float64Array, threshold: number): Ranked {
  const { order, sorted } = rankScores(scores);
  const ends = Uint8Array.from(sorted, (score, at) => (score === sorted[at + 1] ? 0 : 1));
  return { order, ends, sorted, flagged: countAtOrAbove(sorted, threshold) };
}

/**
 * One pass over the rows, each counted by its weight. Rows that tie come together, as in `averagePrecision` and
 * `rocAuc`; `k`: of so many places of the order the hits are told.
 */
export function tallyOf(
  { order, ends, flagged }: Ranked,
  labels: Labels,
  weights: ArrayLike<number>,
  k: number,
): Tally {
  let [strange, ordinary, sum, wins] = [0, 0, 0, 0];
  let [groupStrange, groupOrdinary] = [0, 0];
  let [hits, falseAlarms, firstHits, first] = [0, 0, 0, 0];
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!; // a row each
    const weight = weights[row]!;
    if (labels[row] === 1) groupStrange += weight;
    else groupOrdinary += weight;
    if (at < k) {
      first += weight;
      if (labels[row] === 1) firstHits += weight;
    }
    if (at < flagged) {
      if (labels[row] === 1) hits += weight;
      else falseAlarms += weight;
    }
    if (ends[at] === 0) continue;
    wins += groupOrdinary * (strange + groupStrange / 2);
    strange += groupStrange;
    ordinary += groupOrdinary;
    if (groupStrange > 0) sum += groupStrange * (strange / (strange + ordinary));
    groupStrange = 0;
    groupOrdinary = 0;
  }
  return {
    hits,
    falseAlarms,
    missed: strange - hits,
    rest: ordinary - falseAlarms,
    averagePrecision: sum / strange,
    rocAuc: wins / (strange * ordinary),
    firstHits,
    first,
  };
}
