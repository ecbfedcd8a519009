import type { Context } from "../../core/detect/context";
import { rowsToFit } from "../../core/detect/rows-to-fit";
import type { SamplesBase } from "../../core/detect/samples-base";
import { lloyd, type Clustering, type Rows } from "./hamerly";
import { plusPlusCentroids } from "./plus-plus";

/** Centroids hardly move when more rows are added; every row is scored all the same. */
const MAX_ROWS_FITTED = 50_000;
/** Numbers to fit on, so that a round of a very wide table also stays short. */
const MAX_CELLS_FITTED = 10_000_000;
/** Rows that are enough to tell a good start from a bad one: this many, or this share of those to fit on. */
const MIN_ROWS_TO_START = 2000;
const START_SHARE = 0.1;
/** Draws for each starting centroid, of which the best is kept. */
const TRIALS_PER_CENTROID = 2;
/** Fewer rows than this per cluster describe themselves, not a group. */
const MIN_ROWS_PER_CLUSTER = 5;

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

/**
 * The tightest clustering of several starts, and the rows that it was fitted on: a random sample of long tables. With
 * many rows the starts are compared on a part of them and only the best goes on with all, as Bradley & Fayyad (1998,
 * Refining initial points for k-means clustering) do with several such parts.
 */
export async function fitClusters(
  samples: SamplesBase,
  { clusters, restarts, rounds }: { readonly clusters: number; readonly restarts: number; readonly rounds: number },
  context: Context,
): Promise<{ found: Clustering; rows: Rows }> {
  const { random } = context;
  const most = Math.min(MAX_ROWS_FITTED, Math.max(1000, Math.floor(MAX_CELLS_FITTED / Math.max(1, samples.width))));
  const toFit = rowsToFit(samples, most, random);
  const rows = rowsOf(toFit);
  const k = Math.max(1, Math.min(clusters, Math.floor(rows.count / MIN_ROWS_PER_CLUSTER)));
  const enough = Math.max(MIN_ROWS_TO_START, k * MIN_ROWS_PER_CLUSTER, Math.floor(rows.count * START_SHARE));
  const part = restarts > 1 ? rowsOf(rowsToFit(toFit, enough, random)) : rows;
  const isWhole = part.count === rows.count;
  const share = isWhole ? 1 : 0.5;
  let best: Clustering | null = null;
  for (let restart = 0; restart < restarts; restart++) {
    const start = plusPlusCentroids(part, k, TRIALS_PER_CENTROID, random);
    const found = await lloyd(part, start, rounds, (round) =>
      context.checkpoint((share * (restart + 1 - 0.9 ** round)) / restarts),
    );
    if (!best || found.inertia < best.inertia) best = found;
  }
  const started = best!; // there is at least one restart
  const found = isWhole
    ? started
    : await lloyd(rows, started.centroids, rounds, (round) => context.checkpoint(1 - share * 0.9 ** round));
  await context.checkpoint(1);
  return { found, rows };
}

function rowsOf(samples: SamplesBase): Rows {
  return { values: samples.block(0, samples.count), count: samples.count, width: samples.width };
}
