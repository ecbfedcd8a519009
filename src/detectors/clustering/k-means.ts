import { forEachBlock } from "../../core/detect/blocks";
import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import { nearestCentroids } from "../../core/kernels/nearest-centroids";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import { clusterParams, fitClusters } from "./fit-clusters";
import { distanceParts } from "./distance-parts";
import { twoNearest, type Clustering, type Rows } from "./hamerly";

/** Centroids that count, one after the other, and the share of the fitted rows that each holds. */
export interface KMeansModel {
  readonly width: number;
  readonly centroids: Float64Array;
  readonly shares: Float64Array;
}

/** Centroids that one number of a row meets in the time of a few plain operations. */
const CENTROIDS_PER_OPERATION = 4;

/**
 * Euclidean distance to the nearest centroid. Departures: clusters that hold too few rows can be left out,
 * so that a group of strangers is not its own normal (the "large clusters" of CBLOF, He, Xu & Deng 2003);
 * beyond 50,000 rows (fewer above 200 features) the centroids are fitted on a random sample; and there are at most n / 5 clusters.
 */
export const kMeans = defineMatrixDetector({
  id: "k-means",
  version: 1,
  label: "K-means distance",
  family: "clustering",
  summary: "Finds the centres of the main groups and measures how far a row lies from the nearest one.",
  blindTo: "Groups that are long, curved or of very different width: distances mean the same everywhere.",
  reference:
    "Lloyd, S. P. (1982). Least squares quantization in PCM. IEEE Trans. Inf. Theory 28(2); Arthur, D. & Vassilvitskii, S. (2007). k-means++. SODA 2007.",
  prefers: { scale: "standard", encode: "one-hot", why: { code: "detector.distances" } },
  params: {
    clusters: {
      kind: "integer",
      label: "Clusters",
      help: "How many groups the ordinary rows may form.",
      default: 16,
      min: 1,
      max: 64,
      main: true,
    },
    smallest: {
      kind: "number",
      label: "Smallest group that counts (% of rows)",
      help: "Smaller groups do not count as normal, so that a cluster of strange rows stays strange.",
      default: 5,
      min: 0,
      max: 20,
      step: 0.5,
      main: true,
    },
    ...clusterParams,
  },
  async fit(samples, params, context) {
    requireSamples(samples);
    const { found, rows } = await fitClusters(samples, params, context);
    return countedCentroids(found, rows, params.smallest / 100);
  },
  async score(model: KMeansModel, samples, context) {
    const scores = new Float64Array(samples.count);
    const { width, centroids, shares } = model;
    await forEachBlock(
      samples,
      context,
      (values, from) => {
        scores.set(nearestCentroids(centroids, values, width).first.map(Math.sqrt), from);
      },
      { cost: Math.max(1, shares.length / CENTROIDS_PER_OPERATION) },
    );
    return scores;
  },
  explain: (model: KMeansModel, samples) => Promise.resolve(explainDistances(model, samples)),
});

/** Keeps the clusters that hold at least `smallest` of the rows, or the largest one when none does. */
function countedCentroids(found: Clustering, rows: Rows, smallest: number): KMeansModel {
  const { width, count } = rows;
  const least = Math.min(Math.max(smallest * count, 1), Math.max(...found.sizes));
  const kept = [...found.sizes.keys()].filter((cluster) => found.sizes[cluster]! >= least); // its own keys
  const centroids = new Float64Array(kept.length * width);
  kept.forEach((cluster, at) => {
    centroids.set(found.centroids.subarray(cluster * width, (cluster + 1) * width), at * width);
  });
  return { width, centroids, shares: Float64Array.from(kept, (cluster) => found.sizes[cluster]! / count) }; // clusters found
}

/** Each feature's squared distance to the nearest centroid over the distance: they add up to the score. */
function explainDistances(model: KMeansModel, samples: SamplesBase): Attribution[] {
  const { width, centroids, shares } = model;
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    const { index, first } = twoNearest(centroids, row, 0, width, shares.length);
    const centre = centroids.subarray(index * width, (index + 1) * width);
    const values = distanceParts(row, centre, Math.sqrt(first));
    return { over: "features", values, expected: Float32Array.from(centre), additive: true };
  });
}
