import type { Fidelity } from "../../core/explain/fidelity";
import { quantileOfSorted } from "../../core/math/quantile";
import { partsOf, memberScore } from "../../core/score/consensus";
import type { CallTools } from "../calls/host";
import type { Kinds } from "../kinds/kinds";
import type { StoredRun } from "../stored-run";

/** What `row` would score with the named columns as usual; null where the row has no score, and for steps and events. */
export async function fidelityOf(
  run: StoredRun,
  row: number,
  named: readonly number[],
  kinds: Kinds,
  tools: CallTools,
): Promise<Fidelity | null> {
  const after = await scoreAfter(run, row, named, kinds, tools);
  if (after === null) return null;
  return { before: run.result.scores[row]!, after, usual: quantileOfSorted(run.result.sorted, 0.5) }; // a scored row
}

async function scoreAfter(
  run: StoredRun,
  row: number,
  named: readonly number[],
  kinds: Kinds,
  tools: CallTools,
): Promise<number | null> {
  if (run.kind === "combined") {
    const memberScores: number[] = [];
    for (const member of run.members) {
      const after = await scoreAfter(member, row, named, kinds, tools);
      if (after === null) return null;
      memberScores.push(memberScore(member.result.sorted, run.rule)(after));
    }
    return partsOf(memberScores, run.weights, run.rule).reduce((sum, part) => sum + part, 0);
  }
  return kinds.of(run.request.recipe).scoreAsUsual(run, row, named, tools);
}
