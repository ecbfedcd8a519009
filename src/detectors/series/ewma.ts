import { defineSeriesDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { selectQuantiles } from "../../core/math/quantile-select";
import type { SeriesSamples } from "../../core/series/series-samples";
import { byDepartures, type Found } from "../../core/series/departures";
import { forEachLane } from "./lanes";
import { stepsOf } from "../../core/series/moving-mean";
import { usualSize } from "./spread";
import type { Context } from "../../core/detect/context";

/** Centre and spread of each channel, and how much of the average is the newest step, in (0, 1]. */
export interface EwmaModel {
  readonly weight: number;
  readonly centre: Float64Array;
  readonly spread: Float64Array;
}

/**
 * |z - m| / sd(z) with z the exponentially weighted mean up to the step and the centre m of the channel, sd(z) as it
 * would be if the steps were independent. Departures: centre and spread are the median and the robust spread about
 * it, so that what is strange does not widen them; the average starts with the first step.
 */
export const ewma = defineSeriesDetector({
  id: "ewma",
  version: 1,
  label: "Moving average chart (EWMA)",
  family: "series",
  summary: "Follows the level by an average that forgets, and measures how far it has moved from the usual level.",
  blindTo: "Short spikes, which it averages away, and stretches that are strange at the usual level.",
  reference: "Roberts, S. W. (1959). Control chart tests based on geometric moving averages. Technometrics 1(3).",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "series-detector.own-scale" } },
  params: {
    memory: {
      kind: "number",
      label: "Memory (windows)",
      help: "How long the average remembers, in windows: longer sees smaller shifts, and later.",
      default: 0.25,
      min: 0.01,
      max: 2,
      scale: "log",
      main: true,
    },
  },
  async fit(series, { memory }, context) {
    requireSamples(series);
    const values = series.block(0, series.count);
    const model = {
      weight: 2 / (stepsOf(series, memory) + 1),
      centre: new Float64Array(series.width),
      spread: new Float64Array(series.width),
    };
    for (let channel = 0; channel < series.width; channel++) {
      const own = Float64Array.from({ length: series.count }, (_, step) => values[step * series.width + channel]!); // a step
      const [median = 0] = selectQuantiles(own, [0.5]);
      model.centre[channel] = median;
      model.spread[channel] = usualSize(own.map((value) => value - median));
      await context.checkpoint((channel + 1) / series.width);
    }
    return model;
  },
  ...byDepartures(findShifts),
});

async function findShifts(
  { weight, centre, spread }: EwmaModel,
  samples: SeriesSamples,
  context: Context,
): Promise<Found> {
  const values = samples.block(0, samples.count);
  const departures = new Float64Array(values.length);
  const expected = new Float32Array(values.length);
  await forEachLane(samples, context, ({ channel, from: first, stride }) => {
    const middle = centre[channel]!; // one for each channel
    let average = values[first] ?? middle;
    // Variance of the average in squared spreads: 1 for the first step, falling towards weight / (2 - weight).
    let variance = 1;
    return (from, to) => {
      for (let at = from; at < to; at += stride) {
        if (at > first) {
          average += weight * (values[at]! - average); // at < length
          variance = weight ** 2 + (1 - weight) ** 2 * variance;
        }
        departures[at] = Math.abs(average - middle) / (spread[channel]! * Math.sqrt(variance)); // one for each channel
        expected[at] = middle;
      }
    };
  });
  return { departures, expected };
}
