import type { TimeZone } from "../../core/data/time-zone";
import { kindIf } from "../../core/kinds/kinds";
import type { Recipe } from "../../core/prepare/recipe";
import type { Labels } from "../../core/score/metrics";
import { stretchesOf, type Stretch } from "../../core/score/stretches";
import { labelsWithin, type LabelledWindow } from "../../core/series/labelled-windows";
import { NO_ROW } from "../../core/series/series-samples";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { wholeOf } from "../../core/series/whole-series";
import { labelledBy } from "../truth/labelled";
import type { KnownBy } from "../truth/truth";
import type { StoredRun } from "../stored-run";
import type { Table } from "../tables";

interface StepsKnownBy extends Pick<KnownBy, "strange"> {
  /** Null: by the label column. */
  readonly windows: readonly LabelledWindow[] | null;
}

/**
 * 1 for each step that is known to be strange: by windows of time, or (null) by the label column, where one of its rows
 * is. A step that was filled in is what the step before it is. Null where no column is a label.
 */
export function stepLabelsOf(
  { table, request, result }: StoredRun,
  prepared: PreparedSeries,
  { windows, strange }: StepsKnownBy,
): Labels | null {
  if (windows) return labelsWithin(prepared.samples.times, windows, zoneIn(table, request.recipe));
  return columnLabelsOf(table, request.recipe, prepared, { rows: result.order, strange });
}

/** The zone of the times of a series. */
export function zoneIn({ dataset }: Table, { rowKind }: Recipe): TimeZone | undefined {
  const time = kindIf(rowKind, "series")?.time;
  const column = typeof time === "number" ? dataset.columns[time] : undefined;
  return column?.kind === "time" ? column.zone : undefined;
}

/** The same by the label column alone, as far as it speaks of `rows`. */
export function columnLabelsOf(
  { dataset }: Table,
  recipe: Recipe,
  { samples, stepOf }: PreparedSeries,
  { rows, strange }: { readonly rows: Uint32Array; readonly strange: readonly string[] | null },
): Labels | null {
  const labelled = labelledBy(dataset, recipe, strange);
  if (!labelled) return null;
  const labels = new Uint8Array(samples.count);
  for (const row of rows) {
    const step = stepOf[row] ?? NO_ROW;
    if (step !== NO_ROW && labelled.of(row) === 1) labels[step] = 1;
  }
  for (let step = 1; step < labels.length; step++)
    if (samples.origin[step] === NO_ROW) labels[step] = labels[step - 1]!; // 0 < step < length
  return labels;
}

/** Labelled steps that lie side by side in one series, in order; gaps of the series do not part them. */
export function labelledStretches(series: PreparedSeries, labels: Labels): Stretch[] {
  return stretchesOf(
    labels,
    series.names.map((_, at) => wholeOf(series, at).first),
  );
}
