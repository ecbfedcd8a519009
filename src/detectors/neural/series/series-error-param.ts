import type { ChoiceSpec } from "../../../core/detect/param-schema";

/** Which error of a forecast, or of a rebuilt window, counts in the score of a step. */
export const seriesErrorParam = {
  kind: "choice",
  default: "squared",
  options: ["squared", "absolute"],
  label: "Error that counts",
  help: "A step's score: the root of its mean squared errors (MSE), which the largest decide, or the mean of their sizes (MAE); both in usual ones.",
} as const satisfies ChoiceSpec;

export type SeriesError = (typeof seriesErrorParam.options)[number];
