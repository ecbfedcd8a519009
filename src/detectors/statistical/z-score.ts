import { defineMatrixDetector } from "../../core/detect/detector";
import { momentsOf } from "../../core/math/moments";
import { explainBands, fitBands, scoreBands, type ColumnBands } from "./column-bands";
import { columnParams, columnPreference } from "./column-params";

/**
 * z = |x - mean| / sd per column, with the standard deviation of the population. Columns that never vary
 * are left out.
 */
export const zScore = defineMatrixDetector({
  id: "z-score",
  version: 1,
  label: "Z-score",
  family: "statistical",
  summary: "Counts how many standard deviations a value lies from its column's mean.",
  blindTo: "Odd combinations of ordinary values; and a few huge values inflate the deviation and hide each other.",
  reference: "Grubbs, F. E. (1969). Procedures for detecting outlying observations in samples. Technometrics 11(1).",
  prefers: columnPreference,
  params: columnParams,
  fit: (samples, params, context) => fitBands(samples, params, bandOf, context),
  score: (model: ColumnBands, samples, context) => scoreBands(model, samples, context),
  explain: (model: ColumnBands, samples) => Promise.resolve(explainBands(model, samples)),
});

function bandOf(values: Float64Array) {
  const { mean, sd } = momentsOf(values);
  return { centre: mean, low: mean, high: mean, unit: sd };
}
