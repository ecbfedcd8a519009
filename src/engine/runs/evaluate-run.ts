import { averagePrecision, qualityAt, rocAuc } from "../../core/score/metrics";
import type { Kinds } from "../kinds/kinds";
import type { Evaluation } from "../protocol";
import type { StoredRun } from "../stored-run";
import type { KnownBy, Truth } from "../truth/truth";
import type { Checkpoint } from "../yield-to-events";

/** What does not depend on the threshold. */
interface Measured {
  readonly truth: Truth;
  /** Of the evaluated rows. */
  readonly scores: Float64Array;
  readonly positives: number;
  readonly rocAuc: number;
  readonly averagePrecision: number;
}

const known = new WeakMap<StoredRun, { readonly key: string; readonly measured: Measured | null }>();

/**
 * How a run agrees at a threshold with the label column, or with labelled windows of its series; null where there is
 * neither, or the label says nothing of the scored rows. What does not depend on the threshold is found once.
 */
export async function evaluateRun(
  run: StoredRun,
  threshold: number,
  by: KnownBy,
  kinds: Kinds,
  checkpoint: Checkpoint,
): Promise<Evaluation | null> {
  const key = JSON.stringify(by);
  let found = known.get(run);
  if (found?.key !== key) {
    const truth = await kinds.of(run.request.recipe).truth(run, by, checkpoint);
    found = { key, measured: truth && measure(run, truth) };
    known.set(run, found);
  }
  if (!found.measured) return null;
  const { truth, scores, ...told } = found.measured;
  const { flagged, hits } = qualityAt(scores, truth.labels, threshold);
  const { column, positive } = truth;
  return { column, positive, rows: truth.rows.length, ...told, flagged, hits, stretches: truth.stretchesAt(threshold) };
}

function measure({ result }: StoredRun, truth: Truth): Measured {
  const { rows, labels } = truth;
  const scores = Float64Array.from(rows, (row) => result.scores[row]!); // a score for each row
  return {
    truth,
    scores,
    positives: labels.reduce((sum, label) => sum + label, 0),
    rocAuc: rocAuc(scores, labels),
    averagePrecision: averagePrecision(scores, labels),
  };
}
