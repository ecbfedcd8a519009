import type { MatrixSamples } from "../detect/samples";
import { NO_ROW, type SeriesSamples } from "./series-samples";
import { WINDOW_STATISTICS, windowStatistics } from "./window-statistics";
import { windowsOf, type Windows } from "./windows";

/** Windows of a series as rows of a matrix, so that every detector of rows works on them. */
export interface WindowSamples extends MatrixSamples {
  readonly windows: Windows;
  /** The channel of each feature. */
  readonly channelOf: Uint16Array;
  /** Of each feature of "statistics": statistic = centre + scale * sample, in the units of the series; null for "values". */
  readonly units: WindowUnits | null;
}

/** What 0 and 1 are in each statistic of windows. */
export interface WindowUnits {
  readonly centers: Float64Array;
  readonly scales: Float64Array;
}

/** Numbers of all windows at most; a detector may lay them all out: 200 MB. */
const MAX_NUMBERS_LAID_OUT = 50_000_000;
/** A statistic of standardised values that varies less than this varies by rounding. */
const MAX_ROUNDED_SPREAD = 1e-6;

type Checkpoint = (done: number) => Promise<void>;

/**
 * The windows of a series, one sample each, as the ten statistics of each channel (standardised over all windows) or
 * as their values, step after step (a part shorter than a window repeats its last step). Values are laid out only when
 * a block is asked for. Where all would be more than 50 million numbers, the stride is larger.
 * @param learned the units of other windows, in place of their own
 */
export async function windowSamplesOf(
  series: SeriesSamples,
  as: "statistics" | "values",
  checkpoint: Checkpoint = async () => undefined,
  learned: WindowUnits | null = null,
): Promise<WindowSamples> {
  const width = series.width * (as === "values" ? series.window : WINDOW_STATISTICS.length);
  const windows = windowsOf(series, Math.max(1000, Math.floor(MAX_NUMBERS_LAID_OUT / width)));
  const origin = Uint32Array.from(windows.first, (first, i) => rowOf(series, first, windows.end[i]!)); // one end each
  const shared = { kind: "matrix" as const, count: origin.length, shape: [width], width, origin, windows };
  if (as === "values")
    return {
      ...shared,
      features: Array.from(
        { length: width },
        (_, i) => `${series.features[i % series.width] ?? ""}: ${1 + Math.floor(i / series.width)}`,
      ),
      channelOf: Uint16Array.from({ length: width }, (_, i) => i % series.width),
      units: null,
      block: (from, to) => valuesOf(series, windows, from, to),
    };
  const values = await statisticsOf(series, windows, checkpoint);
  const units = standardise(values, width, learned);
  return {
    ...shared,
    features: series.features.flatMap((channel) => WINDOW_STATISTICS.map((name) => `${channel}: ${name}`)),
    channelOf: Uint16Array.from({ length: width }, (_, i) => Math.floor(i / WINDOW_STATISTICS.length)),
    units,
    block: (from, to) => values.subarray(from * width, to * width),
  };
}

function rowOf({ origin }: SeriesSamples, from: number, to: number): number {
  for (let step = from; step < to; step++) if (origin[step] !== NO_ROW) return origin[step]!; // step < count
  return NO_ROW;
}

function valuesOf(series: SeriesSamples, { first, end }: Windows, from: number, to: number): Float32Array {
  const size = series.window * series.width;
  const block = new Float32Array((to - from) * size);
  for (let i = from; i < to; i++) {
    const at = (i - from) * size;
    const own = series.block(first[i]!, end[i]!); // i < count
    block.set(own, at);
    for (let j = own.length; j < size; j++) block[at + j] = block[at + j - series.width]!; // at least one step
  }
  return block;
}

async function statisticsOf(series: SeriesSamples, windows: Windows, checkpoint: Checkpoint): Promise<Float32Array> {
  const { width: channels } = series;
  const perWindow = channels * WINDOW_STATISTICS.length;
  const count = windows.first.length;
  const values = new Float32Array(count * perWindow);
  const scratch = new Float64Array(series.window);
  const atOnce = Math.max(1, Math.floor(100_000 / (series.window * channels)));
  for (let i = 0; i < count; i++) {
    const own = series.block(windows.first[i]!, windows.end[i]!); // i < count
    const steps = own.length / channels;
    for (let channel = 0; channel < channels; channel++) {
      const one = scratch.subarray(0, steps);
      for (let step = 0; step < steps; step++) one[step] = own[step * channels + channel]!; // step < steps
      windowStatistics(one, values, i * perWindow + channel * WINDOW_STATISTICS.length);
    }
    if (i % atOnce === atOnce - 1) await checkpoint(i / count);
  }
  return values;
}

function standardise(values: Float32Array, width: number, learned: WindowUnits | null): WindowUnits {
  const count = values.length / width;
  const centers = new Float64Array(width);
  const scales = new Float64Array(width);
  for (let feature = 0; feature < width; feature++) {
    let [sum, squares] = [0, 0];
    for (let at = feature; at < values.length; at += width) sum += values[at]!; // at < length
    const ownMean = sum / count;
    for (let at = feature; at < values.length; at += width) squares += (values[at]! - ownMean) ** 2;
    const known = learned?.scales[feature] ?? 0;
    // What did not vary where it was learned is measured by how much it varies now.
    const [mean, sd] = [learned?.centers[feature] ?? ownMean, known > 0 ? known : Math.sqrt(squares / count)];
    centers[feature] = mean;
    scales[feature] = sd > MAX_ROUNDED_SPREAD ? sd : 0;
    for (let at = feature; at < values.length; at += width)
      values[at] = sd > MAX_ROUNDED_SPREAD ? (values[at]! - mean) / sd : 0;
  }
  return { centers, scales };
}
