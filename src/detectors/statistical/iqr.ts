import { defineMatrixDetector } from "../../core/detect/detector";
import { momentsOf } from "../../core/math/moments";
import { selectQuantiles } from "../../core/math/quantile-select";
import { explainBands, fitBands, scoreBands, type ColumnBands } from "./column-bands";
import { columnParams, columnPreference } from "./column-params";

/**
 * Distance beyond Tukey's fences, quartile ∓ k IQR, in IQR units: 0 is on the fence. Quartiles are
 * interpolated linearly (type 7) instead of Tukey's hinges. A column whose quartiles coincide is measured in
 * standard deviations; one that never varies is left out.
 */
export const iqr = defineMatrixDetector({
  id: "iqr",
  version: 1,
  label: "IQR fences",
  family: "statistical",
  summary: "Puts fences around the middle half of each column and measures how far a value lies beyond them.",
  blindTo: "Odd combinations of ordinary values; and in skewed columns the long tail is fenced off as strange.",
  reference: "Tukey, J. W. (1977). Exploratory Data Analysis. Addison-Wesley.",
  prefers: columnPreference,
  params: {
    k: {
      kind: "number",
      label: "Fence distance (k)",
      help: "How many box lengths beyond the quartiles still count as ordinary; a score of 0 is on the fence.",
      default: 1.5,
      min: 0,
      max: 5,
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
  const [q1 = 0, median = 0, q3 = 0] = selectQuantiles(values, [0.25, 0.5, 0.75]);
  const unit = q3 > q1 ? q3 - q1 : momentsOf(values).sd;
  return { centre: median, low: q1 - k * unit, high: q3 + k * unit, unit };
}
