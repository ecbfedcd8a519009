import { forEachBlock } from "../../core/detect/blocks";
import type { Context } from "../../core/detect/context";
import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import { sampleIndices } from "../../core/math/random";
import { ForestBuilder, type IsolationForest } from "./isolation-tree";

/**
 * Score 2^(-E(h)/c) in (0, 1], 0.5 for a row of usual path length. As published but for one thing, in which
 * it follows scikit-learn: a split is drawn only among the features that still vary in the node.
 */
export const isolationForest = defineMatrixDetector({
  id: "isolation-forest",
  version: 1,
  label: "Isolation forest",
  family: "forest",
  summary: "Splits the rows at random and counts how few splits it takes until a row stands alone.",
  blindTo:
    "Rows that are odd only beside their neighbours, such as a point between two dense groups; its splits follow the axes.",
  reference: "Liu, F. T., Ting, K. M. & Zhou, Z.-H. (2008). Isolation Forest. ICDM 2008, doi 10.1109/ICDM.2008.17.",
  prefers: { scale: "standard", encode: "rare-level", why: { code: "detector.cuts-by-rank" } },
  params: {
    trees: {
      kind: "integer",
      label: "Trees",
      help: "More trees give steadier scores and take longer.",
      default: 100,
      min: 10,
      max: 1000,
      scale: "log",
      main: true,
    },
    subsample: {
      kind: "integer",
      label: "Rows per tree",
      help: "Each tree sees this many random rows; a small number keeps groups of strange rows from hiding each other.",
      default: 256,
      min: 16,
      max: 4096,
      scale: "log",
      main: true,
    },
  },
  async fit(samples, params, context) {
    requireSamples(samples);
    const subsample = Math.min(params.subsample, samples.count);
    const builder = new ForestBuilder(params.trees, subsample, samples.width, context.random);
    const values = new Float32Array(subsample * samples.width);
    for (let tree = 0; tree < params.trees; tree++) {
      sampleIndices(samples.count, subsample, context.random).forEach((row, at) => {
        values.set(samples.block(row, row + 1), at * samples.width);
      });
      builder.addTree(values);
      await context.checkpoint((tree + 1) / params.trees);
    }
    return builder.forest();
  },
  async score(model: IsolationForest, samples, context) {
    const paths = await pathsOf(model, samples, context);
    // A single row, or rows that are all equal, have no usual path to compare with.
    return paths.map((path) => (model.usual > 0 ? 2 ** (-path / model.usual) : 0.5));
  },
  explain: (model: IsolationForest, samples) => Promise.resolve(explainPaths(model, samples)),
});

/** Mean path length of each sample over the trees. Trees run in the outer loop, so that one stays in the cache. */
async function pathsOf(model: IsolationForest, samples: SamplesBase, context: Context): Promise<Float64Array> {
  const { roots, feature, threshold, child, path } = model;
  const paths = new Float64Array(samples.count);
  const { width } = samples;
  await forEachBlock(
    samples,
    context,
    (values, from, to) => {
      for (const root of roots) {
        for (let row = from, start = 0; row < to; row++, start += width) {
          let node = root;
          let split = feature[node]!; // nodes are indices into the arrays
          while (split >= 0) {
            node = child[node]! + (values[start + split]! > threshold[node]! ? 1 : 0); // node and split are indices
            split = feature[node]!; // the child is a node
          }
          paths[row] = paths[row]! + path[node]!; // row < count
        }
      }
      for (let row = from; row < to; row++) paths[row] = paths[row]! / roots.length; // row < count
    },
    { cost: Math.max(1, (8 * roots.length) / Math.max(1, width)) },
  );
  return paths;
}

/**
 * At every split a row takes, the path it may still expect grows or shrinks; what it shrinks is credited to
 * the split's feature (Saabas 2014, for forests). The sum over the features is the usual path of the trees
 * minus the path of this row, in units of c(n): the binary logarithm of its score over the typical one.
 */
function explainPaths(model: IsolationForest, samples: SamplesBase): Attribution[] {
  const { roots, feature, threshold, child, path, usual } = model;
  const unit = roots.length * (usual || 1);
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    const credit = new Float64Array(samples.width);
    for (const root of roots) {
      let node = root;
      for (let split = feature[node]!; split >= 0; split = feature[node]!) {
        const next = child[node]! + (row[split]! > threshold[node]! ? 1 : 0); // nodes and splits are indices of the model
        credit[split] = credit[split]! + (path[node]! - path[next]!) / unit; // nodes of the tree
        node = next;
      }
    }
    return { over: "features", values: Float32Array.from(credit), additive: true };
  });
}
