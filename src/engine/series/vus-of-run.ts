import type { Labels } from "../../core/score/metrics";
import { stretchesOf } from "../../core/score/stretches";
import { vusByLength, type Vus } from "../../core/score/vus";
import { vusWindowOf } from "../../core/score/vus-window";
import type { LabelledWindow } from "../../core/series/labelled-windows";
import { NO_ROW } from "../../core/series/series-samples";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { channelOf } from "../../core/series/suggest-window";
import { wholeOf } from "../../core/series/whole-series";
import type { Checkpoint } from "../yield-to-events";
import type { SeriesVus } from "../protocol";
import type { StoredRun } from "../stored-run";
import { stepLabelsOf } from "./step-labels";

/** Steps on or near a label, over all lengths of slope: a few seconds of work. */
const MAX_WORK = 2e9;

interface Task {
  readonly scores: Float64Array;
  readonly labels: Labels;
  readonly slope: number;
}

/** VUS-ROC and VUS-PR of a run, the mean over its series that have steps of both kinds; see `SeriesVus`. */
export async function vusOfRun(
  run: StoredRun,
  series: PreparedSeries,
  known: { readonly windows: readonly LabelledWindow[] | null; readonly strange: readonly string[] | null },
  checkpoint: Checkpoint,
): Promise<SeriesVus | "too-long" | null> {
  const labels = stepLabelsOf(run, series, known);
  if (!labels) return null;
  const tasks: Task[] = [];
  let work = 0;
  for (let whole = 0; whole < series.names.length; whole++) {
    const task = taskOf(run, series, labels, whole);
    if (task) tasks.push(task);
    work += task ? workOf(task) : 0;
    await checkpoint(null);
  }
  if (tasks.length === 0) return null;
  if (work > MAX_WORK) return "too-long";
  let [roc, pr] = [0, 0];
  for (const { scores, labels: own, slope } of tasks) {
    const found = await patiently(vusByLength(scores, own, slope), checkpoint);
    roc += found.roc / tasks.length;
    pr += found.pr / tasks.length;
  }
  return { roc, pr, series: tasks.length };
}

/** Null where the steps with a score are all of one kind. */
function taskOf(run: StoredRun, series: PreparedSeries, labels: Labels, whole: number): Task | null {
  const { samples } = series;
  const { first, end } = wholeOf(series, whole);
  const own = labels.subarray(first, end);
  const scores = Float64Array.from(samples.origin.subarray(first, end), (row) =>
    row === NO_ROW ? NaN : (run.result.scores[row] ?? NaN),
  );
  let [strange, ordinary] = [0, 0];
  scores.forEach((score, step) => {
    if (Number.isNaN(score)) return;
    if (own[step]) strange++;
    else ordinary++;
  });
  if (strange === 0 || ordinary === 0) return null;
  const values = channelOf(samples.block(0, samples.count), samples.width, 0, first, end);
  return { scores, labels: own, slope: vusWindowOf(values) };
}

function workOf({ labels, slope }: Task): number {
  const labelled = labels.reduce((sum, label) => sum + label, 0);
  return (slope + 1) * (labelled + stretchesOf(labels).length * slope);
}

async function patiently(lengths: Generator<number, Vus>, checkpoint: Checkpoint): Promise<Vus> {
  let next = lengths.next();
  for (; !next.done; next = lengths.next()) await checkpoint(next.value);
  return next.value;
}
