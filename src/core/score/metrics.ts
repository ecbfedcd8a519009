import { rankScores } from "./rank";

/** Whether each row is a true anomaly: 1 or 0, by row. */
export type Labels = Uint8Array;

/**
 * Area under the ROC curve: the chance that an anomaly scores above an ordinary row, ties counting half.
 * Rows whose score is NaN are left out; NaN unless both kinds are present.
 */
export function rocAuc(scores: Float64Array, labels: Labels): number {
  let [anomalies, ordinary, wins] = [0, 0, 0];
  for (const group of tieGroups(scores, labels)) {
    wins += group.ordinary * (anomalies + group.anomalies / 2);
    anomalies += group.anomalies;
    ordinary += group.ordinary;
  }
  return wins / (anomalies * ordinary);
}

/**
 * Average precision: the sum of precision times the step in recall over the distinct scores, as
 * scikit-learn defines it (no interpolation). NaN without anomalies.
 */
export function averagePrecision(scores: Float64Array, labels: Labels): number {
  let [anomalies, seen, sum] = [0, 0, 0];
  for (const group of tieGroups(scores, labels)) {
    anomalies += group.anomalies;
    seen += group.anomalies + group.ordinary;
    sum += group.anomalies * (anomalies / seen);
  }
  return sum / anomalies;
}

export interface ThresholdQuality {
  readonly flagged: number;
  readonly hits: number;
  readonly anomalies: number;
  /** hits / flagged; NaN when nothing is flagged. */
  readonly precision: number;
  /** hits / anomalies; NaN without anomalies. */
  readonly recall: number;
}

/** Precision and recall of flagging every row with score >= threshold. */
export function qualityAt(scores: Float64Array, labels: Labels, threshold: number): ThresholdQuality {
  let [flagged, hits, anomalies] = [0, 0, 0];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? Number.NaN;
    if (Number.isNaN(score)) continue;
    const anomaly = labels[row] ? 1 : 0;
    anomalies += anomaly;
    if (score < threshold) continue;
    flagged++;
    hits += anomaly;
  }
  return { flagged, hits, anomalies, precision: hits / flagged, recall: hits / anomalies };
}

/** Counts of both kinds of rows for each distinct score, highest first. */
function* tieGroups(scores: Float64Array, labels: Labels): Generator<{ anomalies: number; ordinary: number }> {
  const { order, sorted } = rankScores(scores);
  let group = { anomalies: 0, ordinary: 0 };
  for (let i = 0; i < order.length; i++) {
    if (labels[order[i] ?? 0]) group.anomalies++;
    else group.ordinary++;
    if (sorted[i] === sorted[i + 1]) continue;
    yield group;
    group = { anomalies: 0, ordinary: 0 };
  }
}
