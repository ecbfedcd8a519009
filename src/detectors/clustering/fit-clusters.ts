import type { Context } from "../../core/detect/detector";
import type { Samples } from "../../core/detect/samples";
import { sampleIndices } from "../../core/math/random";
import { lloyd, type Clustering, type Rows } from "./hamerly";
import { plusPlusCentroids } from "./plus-plus";

/** Centroids hardly move when more rows are added; every row is scored all the same. */
const FIT_ROWS = 50_000;
/** Numbers to fit on, so that a round of a very wide table also stays short. */
const FIT_CELLS = 10_000_000;
/** Draws for each starting centroid, of which the best is kept. */
const TRIALS = 2;
/** Fewer rows than this per cluster describe themselves, not a group. */
const ROWS_PER_CLUSTER = 5;

/** How hard to look for the tightest grouping: the same for every detector that stands on clusters. */
export const clusterParams = {
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
} as const;

/** The tightest clustering of several starts, and the rows that it was fitted on: a random sample of long tables. */
export async function fitClusters(
  samples: Samples,
  { clusters, restarts, rounds }: { readonly clusters: number; readonly restarts: number; readonly rounds: number },
  context: Context,
): Promise<{ found: Clustering; rows: Rows }> {
  const rows = rowsToFit(samples, context.random);
  const k = Math.max(1, Math.min(clusters, Math.floor(rows.count / ROWS_PER_CLUSTER)));
  let best: Clustering | null = null;
  for (let restart = 0; restart < restarts; restart++) {
    const start = plusPlusCentroids(rows, k, TRIALS, context.random);
    const found = await lloyd(rows, start, rounds, (round) =>
      context.checkpoint((restart + 1 - 0.9 ** round) / restarts),
    );
    if (!best || found.inertia < best.inertia) best = found;
  }
  await context.checkpoint(1);
  return { found: best!, rows }; // there is at least one restart
}

function rowsToFit(samples: Samples, random: () => number): Rows {
  const { count, width } = samples;
  const size = Math.min(count, FIT_ROWS, Math.max(1000, Math.floor(FIT_CELLS / Math.max(1, width))));
  if (size === count) return { values: samples.block(0, count), count, width };
  const values = new Float32Array(size * width);
  sampleIndices(count, size, random).forEach((row, at) => values.set(samples.block(row, row + 1), at * width));
  return { values, count: size, width };
}
