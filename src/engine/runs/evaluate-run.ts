import { eventQualityOf } from "../../core/score/event-metrics";
import { averagePrecision, qualityAt, rocAuc, type Labels } from "../../core/score/metrics";
import { learnedRows } from "../../core/images/learned-rows";
import type { Stretch } from "../../core/score/stretches";
import { flaggedStretches } from "../../core/series/flagged-stretches";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import type { Evaluation, SeriesTruth } from "../protocol";
import { labelledStretches, stepLabelsOf } from "../series/step-labels";
import { labelledBy } from "./labelled";
import type { StoredRun } from "./stored-run";

/** A series, and how it is evaluated. */
interface EvaluatedSeries extends SeriesTruth {
  readonly series: PreparedSeries;
}

interface Truth {
  readonly column: number | null;
  readonly positive: string;
  /** Of the scored rows, in order of row. */
  readonly labels: Labels;
  readonly scores: Float64Array;
  readonly positives: number;
  readonly rocAuc: number;
  readonly averagePrecision: number;
  /** Of a series, in order. */
  readonly stretches: readonly Stretch[];
}

const truths = new WeakMap<StoredRun, { readonly key: string; readonly truth: Truth | null }>();

/**
 * How a run agrees at a threshold with the label column, or with labelled windows of its series; null where there is neither,
 * or the label has one value only. What does not depend on the threshold is found once.
 */
export function evaluateRun(run: StoredRun, threshold: number, evaluated: EvaluatedSeries | null): Evaluation | null {
  const key = JSON.stringify(evaluated?.windows ?? null);
  let known = truths.get(run);
  if (known?.key !== key) {
    known = { key, truth: truthOf(run, evaluated) };
    truths.set(run, known);
  }
  if (!known.truth) return null;
  const { labels, scores, stretches, ...told } = known.truth;
  const { flagged, hits } = qualityAt(scores, labels, threshold);
  return {
    ...told,
    flagged,
    hits,
    stretches: evaluated && eventQualityOf(flaggedOf(run, threshold, evaluated), stretches),
  };
}

function flaggedOf(
  { result }: StoredRun,
  threshold: number,
  { series, leastSteps, mergeGap }: EvaluatedSeries,
): Stretch[] {
  const found = flaggedStretches(series.samples, result.scores, threshold, { leastSteps, mergeGap });
  return found.sort((a, b) => a.from - b.from);
}

/** The rows with a score; of images without those that were learned from. */
function evaluatedRows({ table, request, result }: StoredRun): Uint32Array {
  const { shape } = request.recipe;
  const learned = shape?.kind === "images" ? learnedRows(table.dataset, shape.learnFrom) : null;
  const isLearned = new Set(learned);
  return result.order.filter((row) => !isLearned.has(row));
}

function truthOf(run: StoredRun, evaluated: EvaluatedSeries | null): Truth | null {
  const { table, request, result } = run;
  const rows = evaluatedRows(run).sort();
  const steps = evaluated && stepLabelsOf(run, evaluated.series, evaluated.windows);
  const byColumn = evaluated?.windows ? null : labelledBy(table.dataset, request.recipe, rows);
  if (!byColumn && !evaluated?.windows) return null;
  const labels = Uint8Array.from(rows, (row) =>
    byColumn ? Number(byColumn.isPositive(row)) : (steps?.[evaluated?.series.stepOf[row] ?? 0] ?? 0),
  );
  const scores = Float64Array.from(rows, (row) => result.scores[row]!);
  return {
    column: byColumn?.column ?? null,
    positive: byColumn?.positive ?? "",
    labels,
    scores,
    positives: labels.reduce((sum, label) => sum + label, 0),
    rocAuc: rocAuc(scores, labels),
    averagePrecision: averagePrecision(scores, labels),
    stretches: evaluated && steps ? labelledStretches(evaluated.series, steps) : [],
  };
}
