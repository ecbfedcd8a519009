import { Failure } from "../../core/data/failure";

/** The scores of samples that come from these rows. Throws "not-finite", naming the row, where one is no number. */
export function finiteScores(scores: Float64Array, origin: Uint32Array, rowCount: number): Float64Array {
  const odd = scores.findIndex((score) => !Number.isFinite(score));
  // A step that was filled in has no row.
  if (odd >= 0) throw new Failure({ code: "not-finite", values: { row: Math.min(origin[odd]!, rowCount - 1) + 1 } }); // one per sample
  return scores;
}
