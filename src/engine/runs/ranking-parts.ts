import { rankScores } from "../../core/score/rank";
import { suggestionsOf } from "../../core/score/threshold";
import { fitUnusualness } from "../../core/score/unusualness";
import type { RunResult } from "../protocol";

/** What a result holds of its scores: them, their order, the scale and the named cuts. */
export function rankingPartsOf(
  scores: Float64Array,
): Pick<RunResult, "scores" | "order" | "sorted" | "scale" | "suggestions"> {
  const { order, sorted } = rankScores(scores);
  return { scores, order, sorted, scale: fitUnusualness(sorted), suggestions: suggestionsOf(sorted) };
}
