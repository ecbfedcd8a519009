import type { Column } from "../../core/data/column";
import type { Attribution } from "../../core/explain/attribution";
import { occlusionAttributions } from "../../core/explain/occlusion";
import { referenceRows } from "../../core/explain/reference-rows";
import { NO_ROW } from "../../core/series/series-samples";
import { spanOf } from "../../core/series/span-of";
import { windowReasonOf, windowUnlikeReasonOf, type ChannelAttribution } from "../../core/series/step-reason";
import { LEVEL_STATISTICS, WINDOW_STATISTICS } from "../../core/series/window-statistics";
import { seriesAt, unitsOf } from "../../core/series/whole-series";
import { windowsAround } from "../../core/series/windows";
import { picked } from "../explain/attributions";
import type { CallTools } from "../calls/host";
import { rescoringContext } from "../rescore";
import type { Windowed, WindowsInput } from "./series-inputs";
import type { FittedRun } from "../stored-run";

/** Of the windows that cover a step, at most this many are scored again to find the strangest. */
const MAX_WINDOWS_TRIED = 8;
const STEPS_AT_ONCE = 40;

const references = new WeakMap<FittedRun, Float32Array>();

/** What each channel says of some steps: its part in the strangest of the windows that cover the step. By step. */
export async function windowAttributions(
  run: FittedRun,
  input: WindowsInput,
  steps: readonly number[],
  tools: CallTools,
): Promise<Map<number, ChannelAttribution[]>> {
  const channelAttributions = new Map<number, ChannelAttribution[]>();
  for (let from = 0; from < steps.length; from += STEPS_AT_ONCE) {
    const some = steps.slice(from, from + STEPS_AT_ONCE);
    const strangest = await strangestWindows(run, input, some, tools);
    const windows = [...new Set(strangest)];
    const attributions = await attributionsOf(run, input, windows, tools);
    some.forEach((step, at) => {
      const window = strangest[at]!; // one for each step
      channelAttributions.set(step, channelAttributionsOf(run, input, window, attributions[windows.indexOf(window)]!));
    });
  }
  return channelAttributions;
}

async function strangestWindows(
  run: FittedRun,
  { samples, detector }: WindowsInput,
  steps: readonly number[],
  tools: CallTools,
): Promise<number[]> {
  const tried = steps.map((step) => {
    const { from, to } = windowsAround(samples.windows, step);
    const count = Math.min(MAX_WINDOWS_TRIED, to - from);
    return Array.from({ length: count }, (_, i) => from + Math.floor(((i + 0.5) * (to - from)) / count));
  });
  const all = [...new Set(tried.flat())];
  const scores = await detector.score(run.model, picked(samples, all), rescoringContext(run, tools));
  const scoreOf = new Map(all.map((window, at) => [window, scores[at]!])); // one score per window
  return tried.map((windows) => windows.reduce((best, one) => (scoreOf.get(one)! > scoreOf.get(best)! ? one : best)));
}

function attributionsOf(
  run: FittedRun,
  input: WindowsInput,
  windows: readonly number[],
  tools: CallTools,
): Promise<readonly Attribution[]> {
  const { detector } = input;
  const { model } = run;
  const context = rescoringContext(run, tools);
  const samples = picked(input.samples, windows);
  if (detector.explain) return detector.explain(model, samples, context);
  return occlusionAttributions({
    score: (some) => detector.score(model, some, context),
    samples,
    // Statistics speak for themselves, values for their channel.
    featureColumns: input.samples.units ? [...samples.features.keys()] : [...input.samples.channelOf],
    reference: referenceOf(run, input),
  });
}

/** Ordinary windows: those whose middle step scores low. */
function referenceOf(run: FittedRun, { samples, series }: Windowed): Float32Array {
  const before = references.get(run);
  if (before) return before;
  const { first, end } = samples.windows;
  const scores = Float64Array.from(first, (step, i) => {
    const row = series.samples.origin[(step + end[i]!) >> 1] ?? NO_ROW; // one end per window
    return run.result.scores[row] ?? NaN;
  });
  const found = referenceRows(samples, scores);
  const reference = found.length > 0 ? found : new Float32Array(samples.width);
  references.set(run, reference);
  return reference;
}

function channelAttributionsOf(
  run: FittedRun,
  input: WindowsInput,
  window: number,
  { values }: Attribution,
): ChannelAttribution[] {
  const { samples, series } = input;
  const { windows, units, channelOf } = samples;
  const span = spanOf(series.samples, windows.end[window]! - windows.first[window]!); // of a window that was scored
  const row = samples.block(window, window + 1);
  return series.channelColumns.map((column, channel) => {
    let weight = 0;
    let loudest = -1;
    values.forEach((value, feature) => {
      if (channelOf[feature] !== channel) return;
      weight += value;
      if (loudest < 0 || value > values[loudest]!) loudest = feature;
    });
    const source = run.table.dataset.columns[column]!; // a channel
    const reason =
      units && loudest >= 0
        ? statisticReasonOf(source, input, window, loudest, row[loudest]!, span)
        : windowUnlikeReasonOf(source, span);
    return { column, weight, expected: null, reasonFor: () => reason };
  });
}

/** The statistic in the units of its column: places move with the column's centre, differences do not. */
function statisticReasonOf(
  column: Column,
  { samples, series }: WindowsInput,
  window: number,
  feature: number,
  value: number,
  span: string | number,
) {
  const statistic = feature % WINDOW_STATISTICS.length;
  const { centers, scales } = samples.units!; // asked of statistics only
  const whole = seriesAt(series, samples.windows.first[window]!); // a window that was scored
  const { center, scale } = unitsOf(series, whole, samples.channelOf[feature]!); // one channel per feature
  const offset = LEVEL_STATISTICS.has(WINDOW_STATISTICS[statistic]!) ? center : 0;
  const inUnits = (one: number) => offset + scale * (centers[feature]! + scales[feature]! * one);
  return windowReasonOf(column, statistic, inUnits(value), inUnits(0), span);
}
