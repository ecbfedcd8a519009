import { matrixSamples } from "../core/detect/samples";
import { scoreWithoutNamed, type Fidelity } from "../core/explain/fidelity";
import { quantileOfSorted } from "../core/math/quantile";
import type { CallTools } from "./calls";
import type { Matrix } from "./matrices";
import { referenceOf, rescoringContext } from "./rescore";
import type { StoredRun } from "./runs";
import { sampleOf } from "./sample-of";

/** What `row` would score with the named columns as usual; null where the row has no score of one detector. */
export async function fidelityOf(
  run: StoredRun,
  matrix: Matrix,
  row: number,
  named: readonly number[],
  tools: CallTools,
): Promise<Fidelity | null> {
  if (!("detector" in run)) return null;
  const { samples } = matrix;
  const sample = sampleOf(samples, row);
  if (sample < 0) return null;
  const { detector, model, result } = run;
  const context = rescoringContext(run, tools);
  const after = await scoreWithoutNamed({
    score: (some) => detector.score(model, some, context),
    sample: matrixSamples(samples.block(sample, sample + 1).slice(), samples.features),
    featureColumns: [...matrix.featureColumns],
    named,
    reference: referenceOf(run, matrix),
  });
  return { before: result.scores[row]!, after, usual: quantileOfSorted(result.sorted, 0.5) }; // a sample has a score
}
