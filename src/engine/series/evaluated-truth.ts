import { eventLeads } from "../../core/evaluate/event-leads";
import { unitsOf } from "../../core/evaluate/units";
import { eventQualityOf } from "../../core/score/event-metrics";
import { flaggedStretches } from "../../core/series/flagged-stretches";
import { NO_ROW } from "../../core/series/series-samples";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { seriesAt } from "../../core/series/whole-series";
import type { StoredRun } from "../stored-run";
import { counts, type KnownBy, truthOfRows, saidByMarks, type Truth } from "../truth/truth";
import { rowsToJudge } from "../truth/rows-to-judge";
import { labelledStretches, stepLabelsOf } from "./step-labels";

/** What is known of the steps of a series: by labelled windows of time, the label column, and marks on steps. */
export function evaluatedTruth(run: StoredRun, by: KnownBy, series: PreparedSeries): Truth | null {
  const { strange, series: more } = by;
  const { result } = run;
  const windows = more?.windows && counts(by, "windows") ? more.windows : null;
  const inWindows = windows && stepLabelsOf(run, series, { windows, strange });
  const stepAt = (row: number) => series.stepOf[row] ?? NO_ROW;
  const rows = rowsToJudge(run, strange);
  const known = truthOfRows(run, rows, by, {
    others: inWindows ? [(row) => (inWindows[stepAt(row)] === 1 ? 1 : 0)] : [],
  });
  if (!known) return null;
  const steps = known.rows.map(stepAt);
  const wholes = Array.from(steps, (step) => seriesAt(series, step));
  const ofLabel = counts(by, "label") ? stepLabelsOf(run, series, { windows: null, strange }) : null;
  const labels = inWindows?.slice() ?? new Uint8Array(series.samples.count);
  ofLabel?.forEach((label, step) => (labels[step]! |= label));
  const marked = saidByMarks(by);
  if (marked)
    for (const [at, row] of known.rows.entries()) {
      const verdict = marked(row);
      const step = steps[at]!; // one per row
      if (verdict !== null && step !== NO_ROW) labels[step] = verdict;
    }
  const labelled = labelledStretches(series, labels);
  const longest = labelled.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const { name, ofRows } = unitsOf(wholes, steps, longest);
  const units = { name: name === "whole" ? ("series" as const) : name, ofRows };
  if (!more) return { ...known, units };
  const flaggedAt = (threshold: number) => {
    const { leastSteps, mergeGap } = more;
    return flaggedStretches(series.samples, result.scores, threshold, { leastSteps, mergeGap }).sort(
      (a, b) => a.from - b.from,
    );
  };
  return {
    ...known,
    units,
    stretchesAt: (threshold) => eventQualityOf(flaggedAt(threshold), labelled),
    leadsAt: (threshold) =>
      eventLeads(labelled, (step) => {
        const row = series.samples.origin[step] ?? NO_ROW;
        return row !== NO_ROW && result.scores[row]! >= threshold; // a score for each row
      }),
  };
}
