import { defineMatrixDetector } from "../../core/detect/detector";
import { selectQuantiles } from "../../core/math/quantile-select";
import { MAD_TO_SD, MEAN_DEVIATION_TO_SD } from "../../core/score/summary";
import { explainBands, fitBands, scoreBands, type ColumnBands } from "./column-bands";
import { columnParams, columnPreference } from "./column-params";

/**
 * |x - median| / (1.4826 MAD) per column. Where more than half of a column is one value its MAD is 0 and
 * 1.2533 times the mean absolute deviation from the median takes its place, as Iglewicz & Hoaglin advise.
 * Columns that never vary are left out.
 */
export const robustZ = defineMatrixDetector({
  id: "robust-z",
  version: 1,
  label: "Robust z",
  family: "statistical",
  summary:
    "Counts how many typical deviations a value lies from its column's median; extreme values do not distort the measure.",
  blindTo:
    "Odd combinations of ordinary values; and in columns where most values are equal, every other value looks far off.",
  reference:
    "Iglewicz, B. & Hoaglin, D. C. (1993). How to Detect and Handle Outliers. ASQC Quality Press. Here without their factor 0.6745, so that the score reads in standard deviations.",
  prefers: columnPreference,
  params: columnParams,
  fit: (samples, params, context) => fitBands(samples, params, bandOf, context),
  score: (model: ColumnBands, samples, context) => scoreBands(model, samples, context),
  explain: (model: ColumnBands, samples) => Promise.resolve(explainBands(model, samples)),
});

function bandOf(values: Float64Array) {
  const [median = 0] = selectQuantiles(values, [0.5]);
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    const deviation = Math.abs(values[row]! - median); // row < length
    values[row] = deviation;
    sum += deviation;
  }
  const [mad = 0] = selectQuantiles(values, [0.5]);
  const unit = mad > 0 ? MAD_TO_SD * mad : (MEAN_DEVIATION_TO_SD * sum) / values.length;
  return { centre: median, low: median, high: median, unit };
}
