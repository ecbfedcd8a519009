import { rankCorrelation } from "../../core/score/agreement";
import { rankSharesOf } from "../../core/score/consensus";
import type { Checkpoint } from "../yield-to-events";
import type { StoredRun } from "../stored-run";

/** Spearman's rank correlation of every run with every other. Runs that have no row in common have 0. */
export async function agreeRuns(runs: readonly StoredRun[], checkpoint: Checkpoint): Promise<number[][]> {
  const ranks: Float64Array[] = [];
  for (const { result } of runs) {
    ranks.push(rankSharesOf(result, result.scores.length));
    await checkpoint(null);
  }
  const matrix = runs.map(() => new Array<number>(runs.length).fill(1));
  for (let one = 0; one < runs.length; one++)
    for (let other = 0; other < one; other++) {
      const correlation = rankCorrelation(ranks[one]!, ranks[other]!);
      matrix[one]![other] = correlation;
      matrix[other]![one] = correlation;
      await checkpoint(null);
    }
  return matrix;
}
