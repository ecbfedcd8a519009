import { matrixSamples, type MatrixSamples } from "../detect/samples";
import type { Attribution } from "./attribution";

export interface OcclusionInput {
  /** Scores of samples like those explained: the detector's `score` with its model. */
  score(samples: MatrixSamples): Promise<Float64Array>;
  /** Samples to explain, of kind "matrix". */
  readonly samples: MatrixSamples;
  /** The source column of each feature: the features of a column are replaced together. */
  readonly featureColumns: readonly number[];
  /** Ordinary samples, one after the other. */
  readonly reference: Float32Array;
}

/** Columns tried per sample: those that deviate most, so that 5,000 columns cost no more than 50. */
const MAX_COLUMNS_TRIED = 50;
/** Numbers laid out for one call of `score`. */
const CELLS_PER_BATCH = 2_000_000;

/**
 * Explains any detector: what the score loses, on average, when all features of one column are replaced by
 * those of ordinary samples. A positive value speaks for strange. Interactions make the values not add up.
 * The value of a column is split evenly over its features; columns that are not tried get 0.
 */
export async function occlusionAttributions(input: OcclusionInput): Promise<Attribution[]> {
  const { samples, featureColumns, reference } = input;
  const { width } = samples;
  const groups = featureGroups(featureColumns);
  const typical = typicalOf(reference, width);
  const scores = await input.score(samples);
  const attributions: Attribution[] = [];
  for (let sample = 0; sample < samples.count; sample++) {
    const row = samples.block(sample, sample + 1);
    const tried = mostDeviating(groups, row, typical);
    const drops = await dropsOf(input, row, scores[sample]!, tried); // one score per sample
    const values = new Float32Array(width);
    tried.forEach((group, at) => {
      for (const feature of group) values[feature] = drops[at]! / group.length; // one drop per group
    });
    attributions.push({ over: "features", values, expected: typical.mean, additive: false });
  }
  return attributions;
}

function featureGroups(featureColumns: readonly number[]): number[][] {
  const groups = new Map<number, number[]>();
  featureColumns.forEach((column, feature) => {
    const group = groups.get(column);
    if (group) group.push(feature);
    else groups.set(column, [feature]);
  });
  return [...groups.values()];
}

interface Typical {
  readonly mean: Float32Array;
  /** Mean absolute deviation over the reference; 1 where it does not vary. */
  readonly spread: Float32Array;
}

function typicalOf(reference: Float32Array, width: number): Typical {
  const count = reference.length / width;
  const mean = new Float32Array(width);
  const spread = new Float32Array(width);
  for (let feature = 0; feature < width; feature++) {
    let sum = 0;
    for (let at = feature; at < reference.length; at += width) sum += reference[at]!; // at < length
    mean[feature] = sum / count;
    let deviation = 0;
    for (let at = feature; at < reference.length; at += width) deviation += Math.abs(reference[at]! - sum / count); // at < length
    spread[feature] = deviation / count || 1;
  }
  return { mean, spread };
}

function mostDeviating(groups: readonly number[][], row: Float32Array, typical: Typical): readonly number[][] {
  if (groups.length <= MAX_COLUMNS_TRIED) return groups;
  const deviationOf = (group: readonly number[]): number =>
    Math.max(...group.map((feature) => Math.abs(row[feature]! - typical.mean[feature]!) / typical.spread[feature]!)); // features of the row
  return groups
    .map((group) => ({ group, deviation: deviationOf(group) }))
    .sort((a, b) => b.deviation - a.deviation)
    .slice(0, MAX_COLUMNS_TRIED)
    .map(({ group }) => group);
}

/** For each group of features, the score minus the mean score after the group is replaced. */
async function dropsOf(
  { score, samples, reference }: OcclusionInput,
  row: Float32Array,
  before: number,
  groups: readonly (readonly number[])[],
): Promise<number[]> {
  const { width } = samples;
  const references = reference.length / width;
  const groupsPerBatch = Math.max(1, Math.floor(CELLS_PER_BATCH / (references * width)));
  const drops: number[] = [];
  for (let from = 0; from < groups.length; from += groupsPerBatch) {
    const batch = groups.slice(from, from + groupsPerBatch);
    const changed = new Float32Array(batch.length * references * width);
    batch.forEach((group, at) => {
      for (let other = 0; other < references; other++) {
        const start = (at * references + other) * width;
        changed.set(row, start);
        for (const feature of group) changed[start + feature] = reference[other * width + feature]!; // other < references
      }
    });
    const after = await score(matrixSamples(changed, samples.features));
    batch.forEach((_, at) => {
      let sum = 0;
      for (let other = 0; other < references; other++) sum += after[at * references + other]!; // one score per changed row
      drops.push(before - sum / references);
    });
  }
  return drops;
}
