import { studentQuantile } from "../math/student-tail";

/**
 * Whether values in ascending order look normal: their correlation with normal scores (Ryan & Joiner 1976), below the
 * tenth of normal samples of this size that correlate least.
 */
export function normalCorrelation(sorted: Float64Array): "normal" | "other" {
  const { length } = sorted;
  const scores = Float64Array.from({ length }, (_, at) => normalScore((at + 1 - 0.375) / (length + 0.25)));
  const mean = sorted.reduce((sum, value) => sum + value, 0) / length;
  let [both, values, normal] = [0, 0, 0];
  for (let at = 0; at < length; at++) {
    const [value, score] = [sorted[at]! - mean, scores[at]!]; // one score for each value
    both += value * score;
    values += value * value;
    normal += score * score;
  }
  const least = 1.0071 - 0.1371 / Math.sqrt(length) - 0.3682 / length + 0.778 / length ** 2;
  return values > 0 && both / Math.sqrt(values * normal) >= least ? "normal" : "other";
}

/** Where this share of a normal distribution lies below. */
function normalScore(share: number): number {
  const tail = Math.min(share, 1 - share);
  if (tail >= 0.5) return 0;
  return (share < 0.5 ? -1 : 1) * studentQuantile(2 * tail, Infinity);
}
