import { matrixSamples, type MatrixSamples } from "../../core/detect/samples";
import type { Attribution } from "../../core/explain/attribution";
import { occlusionAttributions } from "../../core/explain/occlusion";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { CallTools } from "../calls/host";
import type { Matrix } from "../matrices";
import { requireAccepts } from "../require-accepts";
import { referenceOf, rescoringContext } from "../rescore";
import type { FittedRun } from "../stored-run";
import { sampleOf } from "../sample-of";

/** Samples of rows, and which of their features belong together. */
type Featured = Pick<Matrix, "samples" | "featureColumns">;

/** What a detector says of `rows`, by row; rows that it has not scored are left out. */
export async function attributionsOf(
  run: FittedRun,
  matrix: Featured,
  rows: Uint32Array,
  tools: CallTools,
): Promise<Map<number, Attribution>> {
  const { samples } = matrix;
  const scored = [...new Set(rows)].filter((row) => sampleOf(samples, row) >= 0);
  const which = scored.map((row) => sampleOf(samples, row));
  const attributions = await ofSamples(run, matrix, picked(samples, which), tools);
  return new Map(scored.map((row, index) => [row, attributions[index]!]));
}

function ofSamples(
  run: FittedRun,
  matrix: Featured,
  samples: MatrixSamples,
  tools: CallTools,
): Promise<readonly Attribution[]> {
  const detector = requireAccepts(run.detector, "matrix");
  const { model } = run;
  const context = rescoringContext(run, tools);
  if (detector.explain) return detector.explain(model, samples, context);
  return occlusionAttributions({
    score: (some) => detector.score(model, some, context),
    samples,
    featureColumns: [...matrix.featureColumns],
    reference: referenceOf(run, matrix),
  });
}

/** Some samples laid out as a matrix of their own. */
export function picked(samples: SamplesBase, which: readonly number[]): MatrixSamples {
  const values = new Float32Array(which.length * samples.width);
  which.forEach((sample, index) => values.set(samples.block(sample, sample + 1), index * samples.width));
  return matrixSamples(
    values,
    samples.features,
    Uint32Array.from(which, (sample) => samples.origin[sample]!),
  );
}
