import { matrixSamples, type MatrixSamples } from "../detect/samples";
import type { SamplesBase } from "../detect/samples-base";
import { quantileOfSorted } from "../math/quantile";

export interface FidelityInput {
  /** Scores of samples like the one explained: the detector's `score` with its model. */
  score(samples: MatrixSamples): Promise<Float64Array>;
  /** The one sample explained, of kind "matrix". */
  readonly sample: SamplesBase;
  /** The source column of each feature. */
  readonly featureColumns: readonly number[];
  /** The columns that the explanation names. */
  readonly named: readonly number[];
  /** Ordinary samples, one after the other. */
  readonly reference: Float32Array;
}

/** What a row scores, and what it would score with the named columns as usual. */
export interface Fidelity {
  readonly before: number;
  readonly after: number;
  /** The median score of all rows. */
  readonly usual: number;
}

/** An explanation that takes away less than this part of what lies above the usual score is weak. */
const MAX_WEAK_SHARE = 1 / 3;

/**
 * The score after all features of the named columns together are replaced by those of ordinary samples: the
 * median over these, because one replacement that happens to clash with the rest of the row says nothing.
 */
export async function scoreWithoutNamed(input: FidelityInput): Promise<number> {
  const { sample, reference, named } = input;
  const { width } = sample;
  const features = input.featureColumns.flatMap((column, feature) => (named.includes(column) ? [feature] : []));
  const changed = new Float32Array(reference.length);
  const row = sample.block(0, 1);
  for (let start = 0; start < changed.length; start += width) {
    changed.set(row, start);
    for (const feature of features) changed[start + feature] = reference[start + feature]!; // feature < width
  }
  const scores = await input.score(matrixSamples(changed, sample.features));
  return quantileOfSorted(scores.slice().sort(), 0.5);
}

/**
 * What the replacement shows. "weak": the named columns explain less than a third of what lies between the row's
 * score and the median score, even if that takes a row at the edge below the threshold; "crosses": the row would no
 * longer be flagged; "falls": all else. Null where the row scores no higher than most: nothing to explain.
 */
export function fidelityVerdict(fidelity: Fidelity, threshold: number): "crosses" | "falls" | "weak" | null {
  const { before, after, usual } = fidelity;
  if (!(before > usual)) return null;
  if (before - after < MAX_WEAK_SHARE * (before - usual)) return "weak";
  return before >= threshold && after < threshold ? "crosses" : "falls";
}
