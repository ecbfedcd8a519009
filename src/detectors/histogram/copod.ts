import { defineMatrixDetector } from "../../core/detect/detector";
import { explainTails, scoreTails, skewedTail, tailPreference, type TailTerm } from "./tail-scores";
import { fitTailTable, type TailTable } from "./tail-table";

const termOf: TailTerm = (tails, skew) => Math.max((tails.left + tails.right) / 2, skewedTail(tails, skew));

/**
 * Sum over the columns of the larger of: the skewed tail, the mean of both tails, each as -log of its share.
 * As in the authors' code the larger one is taken column by column, where the paper compares sums. A new row
 * is compared with the fitted rows alone; tables are thinned as for ECOD.
 */
export const copod = defineMatrixDetector({
  id: "copod",
  version: 1,
  label: "COPOD (copula tails)",
  family: "histogram",
  summary: "Adds up how rare each value is on the side on which its column has the longer tail.",
  blindTo:
    "Odd combinations of ordinary values; the shorter side of skewed columns; and how far beyond the others the farthest value lies.",
  reference:
    "Li, Z., Zhao, Y., Botta, N., Ionescu, C. & Hu, X. (2020). COPOD: Copula-Based Outlier Detection. ICDM 2020, doi 10.1109/ICDM50108.2020.00135.",
  prefers: tailPreference,
  params: {},
  fit: (samples, _params, context) => fitTailTable(samples, context),
  score: (model: TailTable, samples, context) => scoreTails(model, samples, termOf, context),
  explain: (model: TailTable, samples) => Promise.resolve(explainTails(model, samples, termOf)),
});
