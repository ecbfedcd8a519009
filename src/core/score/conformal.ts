import { countAtOrAbove } from "./threshold";

/** What ordinary rows say of others: from which score on these are flagged, or how many ordinary rows that would take. */
export type ConformalThreshold =
  | { readonly kind: "threshold"; readonly value: number; readonly count: number }
  /** Nothing stands out enough. */
  | { readonly kind: "nothing" }
  /** So few ordinary rows say nothing: this many would. */
  | { readonly kind: "too-few"; readonly needed: number };

/**
 * The threshold at which at most `share` of what is flagged is ordinary, in the mean: conformal p-values of the scores
 * (Bates et al. 2023), (1 + ordinary rows that score as high) / (1 + ordinary rows), and Benjamini and Hochberg's rule
 * on them. It holds where a row that is tested, if it is ordinary, is as likely to score high as those of the reference.
 *
 * @param tested, reference scores, descending
 */
export function conformalThreshold(tested: Float64Array, reference: Float64Array, share: number): ConformalThreshold {
  const [rows, known] = [tested.length, reference.length];
  let count = 0;
  let above = 0;
  for (let at = 0; at < rows; at++) {
    const as = countAtOrAbove(reference, tested[at]!); // at < rows
    if (as === 0) above = at + 1;
    if ((1 + as) / (1 + known) <= (share * (at + 1)) / rows) count = at + 1;
  }
  if (count > 0) return { kind: "threshold", value: tested[count - 1]!, count };
  // Even a row above all ordinary ones has a p-value of 1 / (1 + known).
  const needed = Math.ceil(rows / (share * Math.max(1, above))) - 1;
  return known < needed ? { kind: "too-few", needed } : { kind: "nothing" };
}
