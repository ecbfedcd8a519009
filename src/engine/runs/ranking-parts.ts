import { coreKindOf } from "../../core/kinds/kinds";
import { rowsLearned } from "../../core/learn/rows-learned";
import type { Recipe } from "../../core/prepare/recipe";
import { rankScores } from "../../core/score/rank";
import { calibratedSuggestionsOf } from "../../core/score/calibrated";
import { suggestionsOf, type Suggestion } from "../../core/score/threshold";
import { fitScoreScale } from "../../core/score/score-scale";
import type { RunResult } from "../protocol";
import type { Table } from "../tables";

/** What a result holds of its scores: them, their order, the scale and the named thresholds. */
export function rankingPartsOf(
  scores: Float64Array,
  table: Table,
  recipe: Recipe,
  calibration: RunResult["calibration"],
  among: Float64Array | null = learnedAmong(scores, table, recipe),
): Pick<RunResult, "scores" | "order" | "sorted" | "scale" | "suggestions"> {
  const { order, sorted } = rankScores(scores);
  return {
    scores,
    order,
    sorted,
    scale: fitScoreScale(among ?? sorted),
    suggestions: suggestionsFor(scores, sorted, table, recipe, calibration, among),
  };
}

/** The scores of the rows that a recipe says are learned from, descending; null where that are all, or where images say it. */
export function learnedAmong(scores: Float64Array, { dataset }: Table, recipe: Recipe): Float64Array | null {
  const rows = recipe.learn ? rowsLearned(dataset, recipe) : null;
  return rows && rankScores(Float64Array.from(rows, (row) => scores[row]!)).sorted; // one score per row
}

/** The named thresholds of scores; of evidence those that say how many rows are flagged by mistake. */
export function suggestionsFor(
  scores: Float64Array,
  sorted: Float64Array,
  table: Table,
  recipe: Recipe,
  calibration: RunResult["calibration"],
  among: Float64Array | null = null,
): readonly Suggestion[] {
  if (calibration) return calibratedSuggestionsOf(sorted);
  const { gapSuggests } = coreKindOf(recipe.rowKind);
  return suggestionsOf(sorted, { learned: among ?? learnedScores(scores, table, recipe), gap: gapSuggests });
}

/** Of the rows learned from, where these are not all; else none. */
function learnedScores(scores: Float64Array, { dataset }: Table, recipe: Recipe): Float64Array {
  return Float64Array.from(rowsLearned(dataset, recipe) ?? [], (row) => scores[row]!); // one score per row
}
