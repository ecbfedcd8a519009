import type { Context } from "../../core/detect/context";
import { defineSeriesDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { rowsToFit } from "../../core/detect/rows-to-fit";
import type { SeriesSamples } from "../../core/series/series-samples";
import { windowSamplesOf } from "../../core/series/window-samples";
import { windowsOf } from "../../core/series/windows";
import { principalAxes } from "../linear/principal-axes";
import { byDepartures, type Found } from "../../core/series/departures";
import { overWindows, rootMeanSquares, type Expectation } from "./over-windows";

/** The usual shape of a window and the directions in which it usually varies. */
export interface SubPcaModel {
  /** Steps of a window, and numbers: steps x channels. */
  readonly window: number;
  readonly width: number;
  readonly mean: Float64Array;
  /** Unit vectors of `width` numbers, one after the other. */
  readonly axes: Float64Array;
}

/** Windows to learn from: fewer of wide ones, so that their directions are found within a second or two. */
const MAX_FIT_WORK = 1e9;
const MIN_WINDOWS_FITTED = 400;
const MAX_WINDOWS_FITTED = 5000;
const MAX_WINDOWS_SCORED = 200_000;

/**
 * How far each window lies from what its principal components rebuild, as a root mean square by step. Departures from
 * Sub-PCA of TSB-AD, which sums the distances to all components: only the reconstruction tells what was expected and
 * in which channel it failed; windows are not standardised step by step; components are found on at most 5,000
 * windows, fewer of many channels.
 */
export const subPca = defineSeriesDetector({
  id: "sub-pca",
  version: 1,
  label: "Sub-PCA (window shapes)",
  family: "series",
  summary:
    "Learns the few shapes that windows are made of and measures how badly each window can be rebuilt from them.",
  blindTo: "Strange stretches so long or so many that they become one of the shapes; and single steps in noisy series.",
  reference:
    "Aggarwal, C. C. (2017). Outlier Analysis, 2nd ed. Springer, ch. 3 and 9; Sub-PCA of Liu, Q. & Paparrizos, J. (2024). The Elephant in the Room: towards a reliable time-series anomaly detection benchmark. NeurIPS 2024.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: {
    share: {
      kind: "number",
      label: "Variation to keep (%)",
      help: "Keeps the fewest shapes that hold this much of all variation; fewer let more of a window count as unusual.",
      default: 50,
      min: 10,
      max: 99,
      step: 1,
      main: true,
    },
  },
  async fit(samples, { share }, context) {
    requireSamples(samples);
    const windows = await windowSamplesOf(samples, "values");
    const most = Math.max(
      MIN_WINDOWS_FITTED,
      Math.min(MAX_WINDOWS_FITTED, Math.floor(MAX_FIT_WORK / windows.width ** 2)),
    );
    const { variances, axes, centre } = await principalAxes(rowsToFit(windows, most, context.random), false, context);
    const wanted = (share / 100) * variances.reduce((sum, variance) => sum + variance, 0);
    let [kept, held] = [0, 0];
    while (kept < variances.length && held < wanted) held += variances[kept++]!; // kept < length
    return {
      window: windows.width / samples.width,
      width: windows.width,
      mean: centre,
      axes: axes.slice(0, kept * windows.width),
    };
  },
  ...byDepartures(findMisshapen),
});

function findMisshapen(model: SubPcaModel, given: SeriesSamples, context: Context): Promise<Found> {
  const { window, width, mean, axes } = model;
  const samples = { ...given, window };
  const centred = new Float64Array(width);
  const rebuilt = new Float32Array(width);
  const expectationOf = (_: number, own: Float32Array): Expectation => {
    // A series shorter than a window goes on with its last step, as it was learnt.
    for (let at = 0; at < width; at++)
      centred[at] = own[at < own.length ? at : own.length - given.width + (at % given.width)]! - mean[at]!; // within both
    rebuilt.set(mean);
    for (let axis = 0; axis < axes.length; axis += width) {
      let along = 0;
      for (let at = 0; at < width; at++) along += axes[axis + at]! * centred[at]!; // at < width
      for (let at = 0; at < width; at++) rebuilt[at]! += along * axes[axis + at]!; // width numbers for each axis
    }
    return { expected: rebuilt, errors: rootMeanSquares(own, rebuilt, given.width) };
  };
  return overWindows(samples, windowsOf(samples, MAX_WINDOWS_SCORED), expectationOf, context);
}
