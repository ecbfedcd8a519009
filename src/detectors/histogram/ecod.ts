import { defineMatrixDetector } from "../../core/detect/detector";
import { explainTails, scoreTails, skewedTail, tailPreference, type TailTerm } from "./tail-scores";
import { fitTailTable, type TailTable } from "./tail-table";

const termOf: TailTerm = (tails, skew) => Math.max(tails.left, tails.right, skewedTail(tails, skew));

/**
 * Sum over the columns of -log of the rarer tail. As in the authors' code, the largest of left, right and
 * skewed tail is taken column by column, where the paper takes the largest of the three sums. A new row is
 * compared with the fitted rows alone; columns of more than 16,384 different values are stored exactly in
 * their tails of 4,096 rows and every n-th rank between.
 */
export const ecod = defineMatrixDetector({
  id: "ecod",
  version: 1,
  label: "ECOD (rare tails)",
  family: "histogram",
  summary: "Asks of each column how few rows lie as far out as this value, and adds up the answers.",
  blindTo:
    "Odd combinations of ordinary values, values in a gap within a column, and how far beyond the others the farthest value lies.",
  reference:
    "Li, Z., Zhao, Y., Hu, X., Botta, N., Ionescu, C. & Chen, G. H. (2022). ECOD: Unsupervised Outlier Detection Using Empirical Cumulative Distribution Functions. IEEE TKDE 35(12), doi 10.1109/TKDE.2022.3159580.",
  prefers: tailPreference,
  params: {},
  fit: (samples, _params, context) => fitTailTable(samples, context),
  score: (model: TailTable, samples, context) => scoreTails(model, samples, termOf, context),
  explain: (model: TailTable, samples) => Promise.resolve(explainTails(model, samples, termOf)),
});
