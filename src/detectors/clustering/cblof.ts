import { forEachBlock } from "../../core/detect/blocks";
import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import { distanceParts } from "./distance-parts";
import { clusterParams, fitClusters } from "./fit-clusters";
import { twoNearest } from "./hamerly";

/** Centroids one after the other, the large clusters first and by size. */
export interface ClusterModel {
  readonly width: number;
  readonly centroids: Float64Array;
  /** Share of the fitted rows in each cluster, descending. */
  readonly shares: Float64Array;
  /** The first so many clusters are large. */
  readonly large: number;
  readonly weighted: boolean;
}

/**
 * A row of a large cluster scores its distance to that cluster's centre, a row of a small one its distance to
 * the nearest large centre. Departures: k-means in place of Squeezer, as in PyOD; the size of the cluster is a
 * factor only when asked for, as there; long tables are clustered on a random sample, every row is scored.
 */
export const cblof = defineMatrixDetector({
  id: "cblof",
  version: 1,
  label: "Large and small clusters (CBLOF)",
  family: "clustering",
  summary: "Groups the rows, tells large groups from small ones, and measures the distance to the nearest large group.",
  blindTo:
    "Groups that are long, curved or of very different width; and a group of strange rows large enough to count.",
  reference:
    "He, Z., Xu, X. & Deng, S. (2003). Discovering cluster-based local outliers. Pattern Recognition Letters 24(9-10), doi 10.1016/S0167-8655(03)00003-5.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "detector.distances" } },
  params: {
    clusters: {
      kind: "integer",
      label: "Clusters",
      help: "How many groups the rows are put into, large and small together.",
      default: 4,
      min: 1,
      max: 64,
      main: true,
    },
    alpha: {
      kind: "number",
      label: "Rows in large groups (alpha)",
      help: "The largest groups count as large until they hold this share of the rows.",
      default: 0.9,
      min: 0.5,
      max: 1,
      step: 0.01,
      main: true,
    },
    beta: {
      kind: "number",
      label: "Drop in size (beta)",
      help: "Large groups end earlier where the next one is this many times smaller, if enough rows are covered by then.",
      default: 5,
      min: 1,
      max: 100,
      scale: "log",
      main: true,
    },
    weighted: {
      kind: "toggle",
      label: "Multiply by the size of the group",
      help: "As the paper does: rows of larger groups become stranger at the same distance.",
      default: false,
    },
    ...clusterParams,
  },
  async fit(samples, params, context): Promise<ClusterModel> {
    requireSamples(samples);
    const { found, rows } = await fitClusters(samples, params, context);
    const { width, count } = rows;
    const order = [...found.sizes.keys()]
      .filter((cluster) => found.sizes[cluster]! > 0) // its own keys
      .sort((a, b) => found.sizes[b]! - found.sizes[a]!); // clusters found
    const sizes = order.map((cluster) => found.sizes[cluster]!); // clusters found
    const centroids = new Float64Array(order.length * width);
    order.forEach((cluster, at) => {
      centroids.set(found.centroids.subarray(cluster * width, (cluster + 1) * width), at * width);
    });
    const shares = Float64Array.from(sizes, (size) => size / count);
    return { width, centroids, shares, large: countLarge(sizes, params.alpha, params.beta), weighted: params.weighted };
  },
  async score(model: ClusterModel, samples, context) {
    const scores = new Float64Array(samples.count);
    const { width, shares } = model;
    await forEachBlock(
      samples,
      context,
      (values, from, to) => {
        for (let row = from; row < to; row++) {
          const { first, factor } = targetOf(model, values, (row - from) * width);
          scores[row] = factor * Math.sqrt(first);
        }
      },
      { cost: shares.length },
    );
    return scores;
  },
  explain: (model: ClusterModel, samples) => Promise.resolve(explainTargets(model, samples)),
});

/**
 * How many of the clusters, `sizes` descending, are large: the fewest that hold the share alpha of the rows
 * and are followed by a cluster beta times smaller; where no place meets both, alpha decides, then beta.
 */
export function countLarge(sizes: readonly number[], alpha: number, beta: number): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let covered = 0;
  const places = sizes.slice(0, -1).map((size, at) => {
    covered += size;
    return { large: at + 1, enough: covered >= alpha * total, drop: size / sizes[at + 1]! >= beta }; // not the last
  });
  const found =
    places.find(({ enough, drop }) => enough && drop) ??
    places.find(({ enough }) => enough) ??
    places.find(({ drop }) => drop);
  return found?.large ?? sizes.length;
}

/** The large centre that a row is measured from, its squared distance, and what the distance is multiplied by. */
function targetOf(
  { centroids, width, shares, large, weighted }: ClusterModel,
  values: Float32Array,
  start: number,
): { index: number; first: number; factor: number } {
  const own = twoNearest(centroids, values, start, width, shares.length);
  const target = own.index < large ? own : twoNearest(centroids, values, start, width, large);
  return { index: target.index, first: target.first, factor: weighted ? shares[own.index]! : 1 }; // one of the clusters
}

function explainTargets(model: ClusterModel, samples: SamplesBase): Attribution[] {
  const { width, centroids } = model;
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    const { index, first, factor } = targetOf(model, row, 0);
    const centre = centroids.subarray(index * width, (index + 1) * width);
    const values = distanceParts(row, centre, Math.sqrt(first)).map((part) => factor * part);
    return { over: "features", values, expected: Float32Array.from(centre), additive: true };
  });
}
