import type { Context } from "../../core/detect/context";
import { defineMatrixDetector } from "../../core/detect/detector";
import type { MatrixSamples } from "../../core/detect/samples";
import type { Attribution } from "../../core/explain/attribution";
import { sampleIndices } from "../../core/math/random";
import { VotingForestBuilder, type VotingForest } from "../forest/classification-tree";
import { fitByParts, scoreByParts, type KnownRows, type TaughtModel } from "./cross-fit";
import { foldOf } from "./folds";

/** A tree of a wider table sees this many random features, so that its cost does not grow with the width. */
const MAX_FEATURES_PER_TREE = 200;
/** The share of strange rows from which on one is taken for strange. */
const BORDER = 0.5;

type ForestModel = TaughtModel<VotingForest> & { readonly width: number };

/**
 * A random forest that learns to tell the rows known to be strange from those known to be ordinary, once for each fifth of
 * them from the other four. The score is the mean over the trees of the share of strange rows in the leaf that a row falls
 * into, less one half. Departures from Breiman (2001): rows of each kind are drawn apart, so that no tree is without strange
 * ones, and leaves are weighed by how common each kind is; a tree sees at most so many rows of each kind.
 */
export const taughtForest = defineMatrixDetector({
  id: "taught-forest",
  version: 1,
  label: "Forest taught by what is known",
  family: "taught",
  taught: true,
  summary:
    "Learns from a label or from your marks to tell strange rows from ordinary ones, and predicts which a row is.",
  blindTo: "Strange rows that are unlike all those that are known; the other detectors look for these.",
  reference: "Breiman, L. (2001). Random Forests. Machine Learning 45(1).",
  prefers: { scale: "standard", encode: "frequency", why: { code: "trees.cuts" } },
  params: {
    trees: {
      kind: "integer",
      label: "Trees",
      help: "More trees give steadier scores and take longer; each fifth of the known rows has a forest of so many.",
      default: 100,
      min: 10,
      max: 1000,
      scale: "log",
      main: true,
    },
    rows: {
      kind: "integer",
      label: "Rows of each kind per tree",
      help: "Each tree sees at most so many strange and so many ordinary rows; more rows draw finer borders.",
      default: 1000,
      min: 16,
      max: 10000,
      scale: "log",
      main: true,
    },
    leaf: {
      kind: "integer",
      label: "Fewest rows in a leaf",
      help: "Larger leaves do not learn single rows by heart, which helps where labels are wrong now and then.",
      default: 1,
      min: 1,
      max: 100,
      scale: "log",
      main: true,
    },
  },
  async fit(samples, { trees, rows, leaf }, context): Promise<ForestModel> {
    const fit = (all: MatrixSamples, known: KnownRows, part: Context) =>
      forestOf(all, known, { trees, rows, leaf }, part);
    return { ...(await fitByParts(samples, { needsStrange: true, fit }, context)), width: samples.width };
  },
  score: (model: ForestModel, samples, context) =>
    scoreByParts(
      model,
      samples,
      (forest, values, start) => voteOf(forest, values, start) - BORDER,
      (8 * model.models[0]!.roots.length) / Math.max(1, samples.width), // there are parts
      context,
    ),
  explain: (model: ForestModel, samples) => Promise.resolve(explain(model, samples)),
});

async function forestOf(
  samples: MatrixSamples,
  { strange, ordinary }: KnownRows,
  limits: { readonly trees: number; readonly rows: number; readonly leaf: number },
  context: Context,
): Promise<VotingForest> {
  const width = Math.min(samples.width, MAX_FEATURES_PER_TREE);
  const real = Math.min(ordinary.length, limits.rows);
  const made = Math.min(strange.length, limits.rows);
  const growing = { tried: Math.max(1, Math.round(Math.sqrt(width))), deepest: 30, leastInLeaf: limits.leaf };
  const builder = new VotingForestBuilder(real, width, growing, context.random, made);
  const values = new Float32Array((real + made) * width);
  for (let tree = 0; tree < limits.trees; tree++) {
    const features = sampleIndices(samples.width, width, context.random);
    for (let at = 0; at < real + made; at++) {
      const among = at < real ? ordinary : strange;
      const row = among[Math.floor(context.random() * among.length)]!; // below the length
      const all = samples.block(row, row + 1);
      for (let j = 0; j < width; j++) values[at * width + j] = all[features[j]!]!; // j < width
    }
    builder.addTree(values, features);
    await context.checkpoint((tree + 1) / limits.trees);
  }
  const forest = builder.forest();
  const weight = strange.length / made / (ordinary.length / real);
  return { ...forest, vote: forest.vote.map((vote) => (vote * weight) / (vote * weight + 1 - vote)) };
}

function voteOf({ roots, feature, threshold, child, vote }: VotingForest, values: Float32Array, start: number): number {
  let sum = 0;
  for (const root of roots) {
    let node = root;
    for (let split = feature[node]!; split >= 0; split = feature[node]!)
      node = child[node]! + (values[start + split]! > threshold[node]! ? 1 : 0); // nodes and splits are indices of the model
    sum += vote[node]!; // a node of the tree
  }
  return sum / roots.length;
}

/** At every split a row takes, the share it may expect moves; the move is credited to the split's feature (Saabas 2014). */
function explain(model: ForestModel, samples: MatrixSamples): Attribution[] {
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    const fold = foldOf(model, row, 0, samples.width);
    const asked = fold < 0 ? model.models : model.models.slice(fold, fold + 1);
    const credit = new Float64Array(samples.width);
    for (const { roots, feature, threshold, child, vote } of asked)
      for (const root of roots) {
        let node = root;
        for (let split = feature[node]!; split >= 0; split = feature[node]!) {
          const next = child[node]! + (row[split]! > threshold[node]! ? 1 : 0); // nodes and splits are indices of the model
          credit[split] = credit[split]! + (vote[next]! - vote[node]!) / roots.length / asked.length; // nodes of the tree
          node = next;
        }
      }
    return { over: "features", values: Float32Array.from(credit), additive: true };
  });
}
