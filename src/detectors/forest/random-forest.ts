import { forEachBlock } from "../../core/detect/blocks";
import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import { sampleIndices } from "../../core/math/random";
import { VotingForestBuilder, type VotingForest } from "./classification-tree";
import { makeUpRows, type MadeUp } from "./made-up-rows";

/** A tree of a wider table sees this many random features, so that its cost does not grow with the width. */
const MAX_FEATURES_PER_TREE = 200;

/**
 * A forest learns to tell the rows from made-up ones; the score is the mean over the trees of the share of
 * made-up rows in the leaf that a row falls into: 0.5 where it cannot tell. Departures from Breiman & Cutler:
 * the vote itself is the score instead of proximities between rows, and it counts all trees instead of those
 * that did not see the row, because a row must score the same in the table and alone; trees are kept shallow
 * and see few rows each, so that they do not learn rows by heart. Beyond 200 features each tree sees 200 random ones (Ho 1998).
 */
export const randomForest = defineMatrixDetector({
  id: "random-forest",
  version: 1,
  label: "Random forest (real or made up)",
  family: "forest",
  summary:
    "Learns to tell the rows from made-up ones whose columns do not belong together, and asks which a row resembles.",
  blindTo:
    "Strange rows that are common enough to be learned as real; and what only shows in distances, not in splits.",
  reference:
    "Breiman, L. & Cutler, A. (2003). Random Forests Manual v4.0, unsupervised learning; Shi, T. & Horvath, S. (2006). Unsupervised Learning With Random Forest Predictors. J. Comput. Graph. Stat. 15(1).",
  prefers: { scale: "standard", encode: "frequency", why: { code: "trees.cuts" } },
  params: {
    trees: {
      kind: "integer",
      label: "Trees",
      help: "More trees give steadier scores and take longer.",
      default: 200,
      min: 10,
      max: 1000,
      scale: "log",
      main: true,
    },
    against: {
      kind: "choice",
      label: "Made-up rows",
      help: "Shuffled rows show odd combinations; spread ones show rare values; both are mixed half and half.",
      default: "both",
      options: ["both", "shuffled", "spread"],
      main: true,
    },
    subsample: {
      kind: "integer",
      label: "Rows per tree",
      help: "Each tree sees this many random rows and as many made-up ones; more rows draw finer borders.",
      default: 256,
      min: 16,
      max: 4096,
      scale: "log",
      main: true,
    },
    depth: {
      kind: "integer",
      label: "Deepest tree",
      help: "Shallow trees see coarse structure; deep ones begin to memorise single rows.",
      default: 12,
      min: 1,
      max: 30,
    },
    leaf: {
      kind: "integer",
      label: "Fewest rows in a leaf",
      help: "Larger leaves give smoother scores and are not swayed by single strange rows; smaller ones follow odd combinations.",
      default: 20,
      min: 1,
      max: 100,
      scale: "log",
      main: true,
    },
  },
  async fit(samples, params, context) {
    requireSamples(samples);
    const { count } = samples;
    const width = Math.min(samples.width, MAX_FEATURES_PER_TREE);
    const real = Math.min(params.subsample, Math.ceil(count / 2));
    const limits = {
      tried: Math.max(1, Math.round(Math.sqrt(width))),
      deepest: params.depth,
      leastInLeaf: Math.min(params.leaf, Math.max(1, real >>> 2)),
    };
    const builder = new VotingForestBuilder(real, width, limits, context.random);
    const how: MadeUp = params.against;
    const values = new Float32Array(2 * real * width);
    for (let tree = 0; tree < params.trees; tree++) {
      const features = sampleIndices(samples.width, width, context.random);
      sampleIndices(count, real, context.random).forEach((row, at) => {
        const all = samples.block(row, row + 1);
        for (let j = 0; j < width; j++) values[at * width + j] = all[features[j]!]!; // j < width
      });
      makeUpRows(values, real, width, how, context.random);
      builder.addTree(values, features);
      await context.checkpoint((tree + 1) / params.trees);
    }
    return builder.forest();
  },
  async score(model: VotingForest, samples, context) {
    const { roots, feature, threshold, child, vote } = model;
    const { width } = samples;
    const scores = new Float64Array(samples.count);
    await forEachBlock(
      samples,
      context,
      (values, from, to) => {
        // Trees in the outer loop, so that one stays in the cache.
        for (const root of roots)
          for (let row = from, start = 0; row < to; row++, start += width) {
            let node = root;
            let split = feature[node]!; // nodes are indices into the arrays
            while (split >= 0) {
              node = child[node]! + (values[start + split]! > threshold[node]! ? 1 : 0); // node and split are indices
              split = feature[node]!; // the child is a node
            }
            scores[row] = scores[row]! + vote[node]! / roots.length; // row < count
          }
      },
      { cost: Math.max(1, (8 * roots.length) / Math.max(1, width)) },
    );
    return scores;
  },
  explain: (model: VotingForest, samples) => Promise.resolve(explainVotes(model, samples)),
});

/**
 * At every split a row takes, the vote it may expect moves; the move is credited to the split's feature
 * (Saabas 2014). The sum over the features is the score less 0.5, what all trees say before their first split.
 */
function explainVotes({ roots, feature, threshold, child, vote }: VotingForest, samples: SamplesBase): Attribution[] {
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    const credit = new Float64Array(samples.width);
    for (const root of roots) {
      let node = root;
      for (let split = feature[node]!; split >= 0; split = feature[node]!) {
        const next = child[node]! + (row[split]! > threshold[node]! ? 1 : 0); // nodes and splits are indices of the model
        credit[split] = credit[split]! + (vote[next]! - vote[node]!) / roots.length; // nodes of the tree
        node = next;
      }
    }
    return { over: "features", values: Float32Array.from(credit), additive: true };
  });
}
