import { cellOf } from "../../core/data/column";
import { averagePrecision, qualityAt, rocAuc, type Labels } from "../../core/score/metrics";
import { labelledBy } from "./labelled";
import type { Judgement } from "../protocol";
import type { StoredRun } from "./stored-run";

interface Truth {
  readonly column: number;
  readonly positive: string;
  /** Of the scored rows, in order of row. */
  readonly labels: Labels;
  readonly scores: Float64Array;
  readonly positives: number;
  readonly rocAuc: number;
  readonly averagePrecision: number;
}

const truths = new WeakMap<StoredRun, Truth | null>();

/** How a run agrees with the label column at a cut; null where there is none, or it has one value only. */
export function judgeRun(run: StoredRun, cut: number): Judgement | null {
  let truth = truths.get(run);
  if (truth === undefined) {
    truth = truthOf(run);
    truths.set(run, truth);
  }
  if (!truth) return null;
  const { labels, scores, ...known } = truth;
  const { flagged, hits } = qualityAt(scores, labels, cut);
  return { ...known, flagged, hits };
}

function truthOf({ table, request, result }: StoredRun): Truth | null {
  const rows = result.order.slice().sort();
  const labelled = labelledBy(table.dataset, request.recipe, rows);
  if (!labelled) return null;
  const { column, source, positive } = labelled;
  const labels = Uint8Array.from(rows, (row) => (String(cellOf(source, row)) === positive ? 1 : 0));
  const scores = Float64Array.from(rows, (row) => result.scores[row]!);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  return {
    column,
    positive,
    labels,
    scores,
    positives,
    rocAuc: rocAuc(scores, labels),
    averagePrecision: averagePrecision(scores, labels),
  };
}
