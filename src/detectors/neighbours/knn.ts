import type { Context } from "../../core/detect/context";
import { defineMatrixDetector } from "../../core/detect/detector";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { KdTree } from "./kd-tree";
import { createNearestSearch, withoutItself, type Found } from "./nearest";
import { neighbourParts } from "./neighbour-parts";
import { MIN_SEARCHES_FOR_FILTER, neighboursOf, referenceSet } from "./reference-set";
import { searchRows } from "./search-rows";

/** The rows to compare with, and how the distances to the nearest of them become a score. */
export interface KnnModel {
  readonly tree: KdTree;
  readonly neighbours: number;
  readonly distance: "farthest" | "mean";
}

/**
 * Euclidean distance to the k-th nearest fitted row (Ramaswamy, Rastogi & Shim 2000), or the mean over the k nearest
 * (Angiulli & Pizzuti 2002). A row is not its own neighbour: of the fitted rows at distance exactly 0, one is taken
 * as the row itself, so that fitted rows score as in PyOD; a new row that equals a fitted one scores as that row
 * does. Departure: where comparing all rows would take minutes, they are compared with a random sample.
 */
export const knn = defineMatrixDetector({
  id: "knn",
  version: 1,
  label: "Nearest neighbours",
  family: "neighbours",
  summary: "Measures how far away a row's nearest other rows are.",
  blindTo: "Strange rows that come in groups as large as the number of neighbours, and groups of different density.",
  reference:
    "Ramaswamy, S., Rastogi, R. & Shim, K. (2000). Efficient algorithms for mining outliers from large data sets. SIGMOD 2000; mean: Angiulli, F. & Pizzuti, C. (2002). Fast outlier detection in high dimensional spaces. PKDD 2002.",
  prefers: { scale: "robust", encode: "one-hot", why: { code: "neighbour.robust-distances" } },
  params: {
    neighbours: {
      kind: "integer",
      label: "Neighbours",
      help: "How many nearest rows count; with more, small groups of strange rows stay strange.",
      default: 50,
      min: 1,
      max: 500,
      scale: "log",
      main: true,
    },
    distance: {
      kind: "choice",
      label: "Distance to",
      help: "Farthest takes the distance to the last of these neighbours; mean averages over all of them.",
      default: "farthest",
      options: ["farthest", "mean"],
      main: true,
    },
  },
  async fit(samples, params, context) {
    requireSamples(samples);
    const tree = await referenceSet(samples, context, 1);
    await context.checkpoint(1);
    return { tree, neighbours: neighboursOf(tree, params.neighbours), distance: params.distance };
  },
  score: (model: KnnModel, samples, context) => distancesIn(model, samples, context),
  explain: (model: KnnModel, samples, context) => explainNeighbours(model, samples, context),
});

/** How far the neighbours of each sample are. */
export async function distancesIn(
  model: KnnModel,
  samples: SamplesBase,
  context: Pick<Context, "checkpoint">,
): Promise<Float64Array> {
  const scores = new Float64Array(samples.count);
  const size = Math.min(model.tree.count, model.neighbours + 1);
  const search = createNearestSearch(model.tree, size, samples.count >= MIN_SEARCHES_FOR_FILTER);
  await searchRows(samples, context, (values, start, row) => {
    const work = search.nearest(values, start);
    withoutItself(search.found, model.neighbours);
    scores[row] = distanceOf(model, search.found);
    return work;
  });
  return scores;
}

function distanceOf({ distance }: KnnModel, { count, squares }: Found): number {
  let [largest, sum] = [0, 0];
  for (let at = 0; at < count; at++) {
    const square = squares[at]!; // at < count
    if (square > largest) largest = square;
    if (distance === "mean") sum += Math.sqrt(square);
  }
  return distance === "mean" ? sum / Math.max(1, count) : Math.sqrt(largest);
}

async function explainNeighbours(model: KnnModel, samples: SamplesBase, context: Context) {
  const search = createNearestSearch(model.tree, Math.min(model.tree.count, model.neighbours + 1));
  const attributions: ReturnType<typeof neighbourParts>[] = [];
  await searchRows(samples, context, (values, start) => {
    const work = search.nearest(values, start);
    withoutItself(search.found, model.neighbours);
    const row = values.slice(start, start + samples.width);
    attributions.push(neighbourParts(model.tree, search.found, row, distanceOf(model, search.found)));
    return work;
  });
  return attributions;
}
