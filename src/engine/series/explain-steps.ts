import type { NumberColumn } from "../../core/data/column";
import type { SeriesDetector } from "../../core/detect/detector";
import { matrixSamples } from "../../core/detect/samples";
import type { SeriesSamples } from "../../core/series/series-samples";
import { sliceSeries, slicesAround } from "../../core/series/slice-series";
import { stepReasonOf, type ChannelAttribution } from "../../core/series/step-reason";
import { seriesAt, unitsOf } from "../../core/series/whole-series";
import type { CallTools } from "../calls/host";
import { expectationOfRun } from "./expected";
import { rescoringContext } from "../rescore";
import type { StepsInput } from "./series-inputs";
import type { FittedRun } from "../stored-run";

/** Steps on each side of the explained one that its detector gets to see, at least. */
const MIN_STEPS_SEEN = 500;
/** Channels that are tried one by one where the detector does not explain itself. */
const MAX_CHANNELS_TRIED = 20;

/**
 * What each channel says of some steps: the detector's own reasons, against what it expected. By step.
 * @param course what is expected of each step and channel where others know it better
 */
export async function stepAttributions(
  run: FittedRun,
  input: StepsInput,
  steps: readonly number[],
  course: Float32Array | null,
  tools: CallTools,
): Promise<Map<number, ChannelAttribution[]>> {
  const { series } = input;
  const { samples, channelColumns } = series;
  const channels = samples.width;
  const { values: expected } = await expectationOfRun(run, input, series, tools);
  const seen = Math.max(MIN_STEPS_SEEN, 3 * samples.window, 2 * (samples.period ?? 0));
  const channelAttributions = new Map<number, ChannelAttribution[]>();
  for (const slice of slicesAround(steps, samples.starts, { before: seen, after: seen })) {
    const own = sliceSeries(samples, slice.from, slice.to);
    const found = await attributionsOf(
      run,
      input.detector,
      own,
      slice.steps.map((step) => step - slice.from),
      tools,
    );
    slice.steps.forEach((step, at) => {
      const { values, expected: told } = found[at]!; // one for each step
      channelAttributions.set(
        step,
        channelColumns.map((column, channel) => {
          const at = step * channels + channel;
          const ahead = course?.[at] ?? told?.[channel] ?? expected?.[at] ?? NaN;
          const inUnits = Number.isNaN(ahead) ? null : unitsOf(series, seriesAt(series, step), channel).back(ahead);
          const source = run.table.dataset.columns[column] as NumberColumn; // a channel is a number column
          const reasonFor = (row: number) => stepReasonOf(source, row, inUnits);
          return { column, weight: values[channel] ?? 0, expected: inUnits, reasonFor };
        }),
      );
    });
  }
  return channelAttributions;
}

interface Said {
  readonly values: ArrayLike<number>;
  readonly expected?: Float32Array;
}

async function attributionsOf(
  run: FittedRun,
  detector: SeriesDetector,
  samples: SeriesSamples,
  steps: readonly number[],
  tools: CallTools,
): Promise<readonly Said[]> {
  const { model } = run;
  const context = rescoringContext(run, tools);
  if (detector.explain) {
    const all = await detector.explain(model, samples, context);
    return steps.map((step) => all[step]!); // one attribution per sample
  }
  if (samples.width === 1) return steps.map(() => ({ values: [1] }));
  const before = await detector.score(model, samples, context);
  const tried = Math.min(MAX_CHANNELS_TRIED, samples.width);
  const drops = steps.map(() => new Float64Array(samples.width));
  for (let channel = 0; channel < tried; channel++) {
    const after = await detector.score(model, withFlat(samples, channel), context);
    steps.forEach((step, at) => {
      drops[at]![channel] = Math.max(0, before[step]! - after[step]!); // one score per step
    });
  }
  return drops.map((values) => ({ values: values.some((value) => value > 0) ? values : values.fill(1, 0, tried) }));
}

/** The series with one channel at its mean throughout. */
function withFlat(samples: SeriesSamples, channel: number): SeriesSamples {
  const values = samples.block(0, samples.count).slice();
  for (let at = channel; at < values.length; at += samples.width) values[at] = 0;
  return { ...samples, block: matrixSamples(values, samples.features).block };
}
