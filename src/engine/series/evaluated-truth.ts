import { eventQualityOf } from "../../core/score/event-metrics";
import { flaggedStretches } from "../../core/series/flagged-stretches";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import type { StoredRun } from "../stored-run";
import { type KnownBy, truthByLabel, type Truth } from "../truth/truth";
import { rowsToJudge } from "../truth/rows-to-judge";
import { labelledStretches, stepLabelsOf } from "./step-labels";

/** What is known of the steps of a series: by labelled windows of time where there are some, else by the label column. */
export function evaluatedTruth(run: StoredRun, { strange, series: by }: KnownBy, series: PreparedSeries): Truth | null {
  const { result } = run;
  const rows = rowsToJudge(run, strange);
  const byColumn = by?.windows ? null : truthByLabel(run, rows, strange);
  if (!byColumn && !by?.windows) return null;
  if (!by) return byColumn;
  const steps = stepLabelsOf(run, series, { windows: by.windows, strange });
  const labels = byColumn?.labels ?? Uint8Array.from(rows, (row) => steps?.[series.stepOf[row] ?? 0] ?? 0);
  const labelled = steps ? labelledStretches(series, steps) : [];
  return {
    column: byColumn?.column ?? null,
    positive: byColumn?.positive ?? [],
    rows: byColumn?.rows ?? rows,
    labels,
    stretchesAt(threshold) {
      const { leastSteps, mergeGap } = by;
      const found = flaggedStretches(series.samples, result.scores, threshold, { leastSteps, mergeGap });
      return eventQualityOf(
        found.sort((a, b) => a.from - b.from),
        labelled,
      );
    },
  };
}
