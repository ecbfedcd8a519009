import { matrixSamples } from "../../core/detect/samples";
import { scoreWithoutNamed, type Fidelity } from "../../core/explain/fidelity";
import { quantileOfSorted } from "../../core/math/quantile";
import { partsOf, memberScore } from "../../core/score/consensus";
import type { CallTools } from "../calls/host";
import type { InputOf } from "../inputs";
import { referenceOf, rescoringContext } from "../runs/rescore";
import type { StoredRun } from "../runs/stored-run";
import { sampleOf } from "../rows/sample-of";

/** What `row` would score with the named columns as usual; null where the row has no score, and for steps and events. */
export async function fidelityOf(
  run: StoredRun,
  row: number,
  named: readonly number[],
  inputOf: InputOf,
  tools: CallTools,
): Promise<Fidelity | null> {
  const after = await scoreAfter(run, row, named, inputOf, tools);
  if (after === null) return null;
  return { before: run.result.scores[row]!, after, usual: quantileOfSorted(run.result.sorted, 0.5) }; // a scored row
}

async function scoreAfter(
  run: StoredRun,
  row: number,
  named: readonly number[],
  inputOf: InputOf,
  tools: CallTools,
): Promise<number | null> {
  if (run.kind === "combined") {
    const memberScores: number[] = [];
    for (const member of run.members) {
      const after = await scoreAfter(member, row, named, inputOf, tools);
      if (after === null) return null;
      memberScores.push(memberScore(member.result.sorted, run.rule)(after));
    }
    return partsOf(memberScores, run.weights, run.rule).reduce((sum, part) => sum + part, 0);
  }
  const matrix = await inputOf(run);
  // A step is what it is among its neighbours: it has no columns that could be as usual by themselves.
  if (matrix.kind !== "rows") return null;
  const { samples } = matrix;
  const sample = sampleOf(samples, row);
  if (sample < 0) return null;
  const { detector, model } = run;
  const context = rescoringContext(run, tools);
  return scoreWithoutNamed({
    score: (some) => detector.score(model, some, context),
    sample: matrixSamples(samples.block(sample, sample + 1).slice(), samples.features),
    featureColumns: [...matrix.featureColumns],
    named,
    reference: referenceOf(run, matrix),
  });
}
