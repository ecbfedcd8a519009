import type { Cell } from "../core/data/column";
import { matrixSamples, type Samples } from "../core/detect/samples";
import type { Attribution } from "../core/explain/attribution";
import { explainRow, methodOf } from "../core/explain/explain-row";
import type { RowExplanation } from "../core/explain/explanation";
import { occlusionAttributions } from "../core/explain/occlusion";
import { originalValueOf } from "../core/prepare/original-value";
import type { CallTools } from "./calls";
import type { Matrix } from "./matrices";
import { referenceOf, rescoringContext } from "./rescore";
import type { StoredRun } from "./runs";
import { sampleOf } from "./sample-of";

/** Why each of `rows` has its score, in the order asked; a row without a score has no contributions. */
export async function explainRows(
  run: StoredRun,
  matrix: Matrix,
  rows: Uint32Array,
  tools: CallTools,
): Promise<RowExplanation[]> {
  const samples = Array.from(rows, (row) => sampleOf(matrix.samples, row));
  const scored = samples.filter((sample) => sample >= 0);
  const own = run.detector.explain !== undefined;
  const attributions = await attributionsOf(run, matrix, picked(matrix.samples, scored), tools);
  const found = new Map(scored.map((sample, index) => [sample, attributions[index]]));
  const featureColumns = [...matrix.featureColumns];
  return Array.from(rows, (row, index) => {
    const attribution = found.get(samples[index] ?? -1);
    if (!attribution) return { row, contributions: [], method: { code: "method.replaced" } };
    const { dataset, profiles } = run.table;
    const expected = expectedOf(attribution, matrix, dataset.columns.length);
    return explainRow({
      attribution,
      featureColumns,
      columns: dataset.columns,
      profiles,
      row,
      method: methodOf(attribution, own),
      ...(expected ? { expected } : {}),
    });
  });
}

function attributionsOf(
  run: StoredRun,
  matrix: Matrix,
  samples: Samples,
  tools: CallTools,
): Promise<readonly Attribution[]> {
  const { detector, model } = run;
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
function picked(samples: Samples, which: readonly number[]): Samples {
  const values = new Float32Array(which.length * samples.width);
  which.forEach((sample, index) => values.set(samples.block(sample, sample + 1), index * samples.width));
  return matrixSamples(
    values,
    samples.features,
    Uint32Array.from(which, (sample) => samples.origin[sample]!),
  );
}

/** By column and in its units, where one feature alone stands for the column's value. */
function expectedOf({ expected }: Attribution, { fitted, featureColumns }: Matrix, columns: number): Cell[] | null {
  if (!expected) return null;
  const cells: Cell[] = Array.from({ length: columns }, () => null);
  fitted.features.forEach((feature, index) => {
    if (feature.source.kind === "value") cells[featureColumns[index]!] = originalValueOf(feature, expected[index]!);
  });
  return cells;
}
