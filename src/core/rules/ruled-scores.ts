/** Rows that a rule flags stand above all others by this share of the range of the scores. */
const LIFT_SHARE = 0.01;

/** What rules say of a row: 1: flagged, -1: ignored, 0: nothing. */
export type RuleVerdicts = Int8Array;

/**
 * Scores under rules: rows that a rule flags stand above all others, in the order that they had among themselves; rows that
 * one ignores score as the most ordinary row does. Rows without a score get none.
 */
export function ruledScores(scores: Float64Array, verdicts: RuleVerdicts): Float64Array {
  let [low, high] = [Infinity, -Infinity];
  for (const score of scores) {
    if (Number.isNaN(score)) continue;
    low = Math.min(low, score);
    high = Math.max(high, score);
  }
  const lift = (high - low) * (1 + LIFT_SHARE) || 1;
  return scores.map((score, row) => (verdicts[row] === 1 ? score + lift : verdicts[row] === -1 ? low : score));
}
