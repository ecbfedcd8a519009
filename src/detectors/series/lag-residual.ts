import type { Context } from "../../core/detect/context";
import { matrixSamples, type MatrixSamples } from "../../core/detect/samples";
import type { SeriesSamples } from "../../core/series/series-samples";
import { principalAxes } from "../linear/principal-axes";

/** What the last steps of all channels usually have in common. */
export interface LagModel {
  readonly lags: number;
  /** Of the lags of all channels, newest step first. */
  readonly mean: Float64Array;
  /** Unit vectors, one after the other. */
  readonly axes: Float64Array;
}

/** Steps that are looked at together, where the channels are few enough. */
const LAGS = 20;
const MAX_NUMBERS_TOGETHER = 400;
/** So much of what varies is common; the rest is residual. */
const SHARE_COMMON = 0.9;
/** Operations between two yields. */
const WORK_PER_YIELD = 400_000;

/** Learns it from the steps `from` to before `to`. */
export async function learnLags(series: SeriesSamples, from: number, to: number, context: Context): Promise<LagModel> {
  const lags = Math.max(1, Math.min(LAGS, Math.floor(MAX_NUMBERS_TOGETHER / series.width)));
  const { variances, axes, centre, width } = await principalAxes(lagged(series, lags, from, to), false, context);
  const wanted = SHARE_COMMON * variances.reduce((sum, variance) => sum + variance, 0);
  let [kept, held] = [0, 0];
  while (kept < variances.length && held < wanted) held += variances[kept++]!; // kept < length
  return { lags, mean: centre, axes: axes.slice(0, kept * width) };
}

/**
 * By step and channel, the mean square of what the common part does not rebuild of the last steps, as an exponentially
 * weighted mean: [count, channels].
 */
export async function lagResiduals(
  { lags, mean, axes }: LagModel,
  series: SeriesSamples,
  weight: number,
  context: Context,
): Promise<Float64Array> {
  const { width, count, starts } = series;
  const values = series.block(0, count);
  const size = mean.length;
  const [own, rest] = [new Float64Array(size), new Float64Array(size)];
  const found = new Float64Array(count * width);
  let work = 0;
  for (let part = 0; part + 1 < starts.length; part++)
    for (let step = starts[part]!; step < starts[part + 1]!; step++) {
      const isFirst = step === starts[part];
      lagsAt(values, width, step, starts[part]!, own);
      for (let i = 0; i < size; i++) rest[i] = own[i] = own[i]! - mean[i]!; // size numbers
      for (let axis = 0; axis < axes.length; axis += size) {
        let along = 0;
        for (let i = 0; i < size; i++) along += axes[axis + i]! * own[i]!;
        for (let i = 0; i < size; i++) rest[i]! -= along * axes[axis + i]!;
      }
      for (let channel = 0, at = step * width; channel < width; channel++, at++) {
        let square = 0;
        for (let i = channel; i < size; i += width) square += rest[i]! ** 2;
        const now = square / lags;
        found[at] = isFirst ? now : found[at - width]! + weight * (now - found[at - width]!);
      }
      work += axes.length + size;
      if (work < WORK_PER_YIELD) continue;
      work = 0;
      await context.checkpoint(step / count);
    }
  return found;
}

/** The last steps of all channels, newest first; before its beginning a series stood as at its first step. */
function lagsAt(values: Float32Array, width: number, step: number, first: number, into: Float64Array): void {
  for (let i = 0, lag = 0; i < into.length; i += width, lag++) {
    const from = Math.max(first, step - lag) * width;
    for (let channel = 0; channel < width; channel++) into[i + channel] = values[from + channel]!; // a step
  }
}

function lagged({ starts, width, count, block }: SeriesSamples, lags: number, from: number, to: number): MatrixSamples {
  const values = block(0, count);
  const size = lags * width;
  const rows = new Float32Array((to - from) * size);
  const own = new Float64Array(size);
  let part = 0;
  for (let step = from; step < to; step++) {
    while (starts[part + 1]! <= step) part++; // one more start than parts
    lagsAt(values, width, step, starts[part]!, own);
    rows.set(own, (step - from) * size);
  }
  return matrixSamples(
    rows,
    Array.from({ length: size }, (_, i) => String(i)),
  );
}
