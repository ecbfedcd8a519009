import { defineMatrixDetector } from "../../core/detect/detector";
import { momentsOf } from "../../core/math/moments";
import { explainBands, fitBands, scoreBands, type ColumnBands } from "./column-bands";
import { columnParams, columnPreference } from "./column-params";

/**
 * Distance beyond the band mean ± k sd, in standard deviations: 0 is on the border of the band. With "max"
 * k only moves the zero; with "mean" values inside the band count nothing, so that k also decides how much
 * one extreme value weighs against many moderate ones.
 */
export const meanSd = defineMatrixDetector({
  id: "mean-sd",
  version: 1,
  label: "Mean ± k·sd",
  family: "statistical",
  summary: "Draws a band of k standard deviations around each column's mean and measures how far a value leaves it.",
  blindTo: "Odd combinations of ordinary values; and a few huge values widen the band and hide each other.",
  reference: "Shewhart, W. A. (1931). Economic Control of Quality of Manufactured Product. Van Nostrand.",
  prefers: columnPreference,
  params: {
    k: {
      kind: "number",
      label: "Band half-width (k)",
      help: "How many standard deviations still count as ordinary; a score of 0 is right on the edge.",
      default: 3,
      min: 0.5,
      max: 6,
      step: 0.1,
      main: true,
    },
    ...columnParams,
  },
  fit: (samples, params, context) => fitBands(samples, params, (values) => bandOf(values, params.k), context),
  score: (model: ColumnBands, samples, context) => scoreBands(model, samples, context),
  explain: (model: ColumnBands, samples) => Promise.resolve(explainBands(model, samples)),
});

function bandOf(values: Float64Array, k: number) {
  const { mean, sd } = momentsOf(values);
  return { centre: mean, low: mean - k * sd, high: mean + k * sd, unit: sd };
}
