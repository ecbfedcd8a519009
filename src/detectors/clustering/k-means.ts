import { forEachBlock } from "../../core/detect/blocks";
import { defineDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { Samples } from "../../core/detect/samples";
import type { Attribution } from "../../core/explain/attribution";
import { sampleIndices } from "../../core/math/random";
import { lloyd, twoNearest, type Clustering, type Rows } from "./hamerly";
import { plusPlusCentroids } from "./plus-plus";

/** Centroids that count, one after the other, and the share of the fitted rows that each holds. */
export interface KMeansModel {
  readonly width: number;
  readonly centroids: Float64Array;
  readonly shares: Float64Array;
}

/** Centroids hardly move when more rows are added; every row is scored all the same. */
const FIT_ROWS = 50_000;
/** Numbers to fit on, so that a round of a very wide table also stays short. */
const FIT_CELLS = 10_000_000;
/** Draws for each starting centroid, of which the best is kept. */
const TRIALS = 2;
/** Fewer rows than this per cluster describe themselves, not a group. */
const ROWS_PER_CLUSTER = 5;

/**
 * Euclidean distance to the nearest centroid. Departures: clusters that hold too few rows can be left out,
 * so that a group of strangers is not its own normal (the "large clusters" of CBLOF, He, Xu & Deng 2003);
 * beyond 50,000 rows (fewer above 200 features) the centroids are fitted on a random sample; and there are at most n / 5 clusters.
 */
export const kMeans = defineDetector({
  id: "k-means",
  version: 1,
  label: "K-means distance",
  family: "clustering",
  summary: "Finds the centres of the main groups and measures how far a row lies from the nearest one.",
  blindTo: "Groups that are long, curved or of very different width: distances mean the same everywhere.",
  reference:
    "Lloyd, S. P. (1982). Least squares quantization in PCM. IEEE Trans. Inf. Theory 28(2); Arthur, D. & Vassilvitskii, S. (2007). k-means++. SODA 2007.",
  accepts: ["matrix"],
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
      help: "Groups that hold fewer rows are not taken as normal, so that a cluster of strangers stays strange.",
      default: 5,
      min: 0,
      max: 20,
      step: 0.5,
      main: true,
    },
    restarts: {
      kind: "integer",
      label: "Restarts",
      help: "Starts over this many times and keeps the tightest grouping; more is steadier and slower.",
      default: 3,
      min: 1,
      max: 20,
    },
    rounds: {
      kind: "integer",
      label: "Most rounds",
      help: "Stops moving the centres after this many rounds, should they not have settled before.",
      default: 300,
      min: 1,
      max: 1000,
      scale: "log",
    },
  },
  async fit(samples, params, context) {
    requireSamples(samples);
    const rows = rowsToFit(samples, context.random);
    const clusters = Math.max(1, Math.min(params.clusters, Math.floor(rows.count / ROWS_PER_CLUSTER)));
    let best: Clustering | null = null;
    for (let restart = 0; restart < params.restarts; restart++) {
      const start = plusPlusCentroids(rows, clusters, TRIALS, context.random);
      const found = await lloyd(rows, start, params.rounds, (round) =>
        context.checkpoint((restart + 1 - 0.9 ** round) / params.restarts),
      );
      if (!best || found.inertia < best.inertia) best = found;
    }
    await context.checkpoint(1);
    return countedCentroids(best!, rows, params.smallest / 100); // there is at least one restart
  },
  async score(model: KMeansModel, samples, context) {
    const scores = new Float64Array(samples.count);
    const { width, centroids, shares } = model;
    await forEachBlock(
      samples,
      context,
      (values, from, to) => {
        for (let row = from; row < to; row++)
          scores[row] = Math.sqrt(twoNearest(centroids, values, (row - from) * width, width, shares.length).first);
      },
      { cost: shares.length },
    );
    return scores;
  },
  explain: (model: KMeansModel, samples) => Promise.resolve(explainDistances(model, samples)),
});

function rowsToFit(samples: Samples, random: () => number): Rows {
  const { count, width } = samples;
  const size = Math.min(count, FIT_ROWS, Math.max(1000, Math.floor(FIT_CELLS / Math.max(1, width))));
  if (size === count) return { values: samples.block(0, count), count, width };
  const values = new Float32Array(size * width);
  sampleIndices(count, size, random).forEach((row, at) => values.set(samples.block(row, row + 1), at * width));
  return { values, count: size, width };
}

/** Keeps the clusters that hold at least `smallest` of the rows, or the largest one when none does. */
function countedCentroids(found: Clustering, rows: Rows, smallest: number): KMeansModel {
  const { width, count } = rows;
  const least = Math.min(Math.max(smallest * count, 1), Math.max(...found.sizes));
  const kept = [...found.sizes.keys()].filter((cluster) => found.sizes[cluster]! >= least); // its own keys
  const centroids = new Float64Array(kept.length * width);
  kept.forEach((cluster, at) => {
    centroids.set(found.centroids.subarray(cluster * width, (cluster + 1) * width), at * width);
  });
  return { width, centroids, shares: Float64Array.from(kept, (cluster) => found.sizes[cluster]! / count) }; // as above
}

/** Each feature's squared distance to the nearest centroid over the distance: they add up to the score. */
function explainDistances(model: KMeansModel, samples: Samples): Attribution[] {
  const { width, centroids, shares } = model;
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    const { index, first } = twoNearest(centroids, row, 0, width, shares.length);
    const centre = centroids.subarray(index * width, (index + 1) * width);
    const distance = Math.sqrt(first) || 1;
    const values = Float32Array.from(row, (value, feature) => (value - centre[feature]!) ** 2 / distance); // feature < width
    return { over: "features", values, expected: Float32Array.from(centre), additive: true };
  });
}
