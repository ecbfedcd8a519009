import type { Context } from "../../core/detect/context";
import { defineMatrixDetector } from "../../core/detect/detector";
import { inParts } from "../../core/detect/part";
import { rangesOf } from "../../core/detect/ranges";
import { requireSamples } from "../../core/detect/require-samples";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import type { KdTree } from "./kd-tree";
import { createNearestSearch, equalRow, withoutItself, type Found } from "./nearest";
import { neighboursOfRows } from "./neighbours-of-rows";
import { neighbourParts } from "./neighbour-parts";
import { MIN_SEARCHES_FOR_FILTER, neighboursOf, referenceSet } from "./reference-set";
import { searchRows } from "./search-rows";

/** The rows to compare with, and what was learnt about each, in the order of the tree. */
export interface LofModel {
  readonly tree: KdTree;
  readonly neighbours: number;
  /** Distance from each row to the farthest of its neighbours; where all of those equal it, to as many that do not. */
  readonly reach: Float64Array;
  /** Local reachability density of each row. */
  readonly density: Float64Array;
  readonly factors: Float64Array;
}

/** Added to mean distances, so that rows have a density where all of them are equal (as scikit-learn does). */
export const MIN_MEAN_DISTANCE = 1e-10;
/** Neighbours remembered while fitting, rows times neighbours: 12 bytes each. */
const MAX_PAIRS_KEPT = 15_000_000;

/**
 * Local outlier factor: the mean density of the k nearest rows over the row's own, 1 for a row as dense as its
 * neighbours; exactly k neighbours, ties broken by chance, as in scikit-learn. New rows are compared with the
 * fitted ones alone; one that equals a fitted row has its factor. Departures: where comparing all rows
 * would take minutes, they are compared with a random sample; and more copies of a row than neighbours have the reach
 * that they would have if they were one row (the k-distinct-distance of the paper, note 4), because at no distance at all
 * they would be endlessly dense and everything beside them strange (scikit-learn#27839).
 */
export const lof = defineMatrixDetector({
  id: "lof",
  version: 2,
  label: "Local outlier factor",
  family: "neighbours",
  summary: "Compares how closely a row is surrounded with how closely its neighbours are.",
  blindTo: "Strange rows that come in groups as large as the number of neighbours.",
  reference:
    "Breunig, M. M., Kriegel, H.-P., Ng, R. T. & Sander, J. (2000). LOF: identifying density-based local outliers. SIGMOD 2000.",
  prefers: { scale: "robust", encode: "one-hot", why: { code: "neighbour.robust-distances" } },
  params: {
    neighbours: {
      kind: "integer",
      label: "Neighbours",
      help: "How many nearest rows make up a row's surroundings; with more, small groups of strange rows stay strange.",
      default: 100,
      min: 1,
      max: 500,
      scale: "log",
      main: true,
    },
  },
  async fit(samples, params, context) {
    requireSamples(samples);
    const most = Math.floor(MAX_PAIRS_KEPT / params.neighbours);
    const tree = await referenceSet(samples, context, 0.1, most);
    return densitiesOf(tree, neighboursOf(tree, params.neighbours), context);
  },
  async score(model: LofModel, samples, context) {
    const scores = new Float64Array(samples.count);
    const search = createNearestSearch(model.tree, model.neighbours, samples.count >= MIN_SEARCHES_FOR_FILTER);
    await searchRows(samples, context, (values, start, row) => {
      const known = equalRow(model.tree, values, start);
      if (known >= 0) {
        scores[row] = model.factors[known]!; // a row of the tree
        return samples.width;
      }
      const work = search.nearest(values, start);
      scores[row] = factorOf(model, search.found);
      return work;
    });
    return scores;
  },
  explain: (model: LofModel, samples, context) => explainFactors(model, samples, context),
});

/** One search for each row; then the densities, and from those the factors. */
async function densitiesOf(tree: KdTree, neighbours: number, context: Context): Promise<LofModel> {
  const { count } = tree;
  const rows = new Int32Array(count * neighbours);
  const distances = new Float64Array(count * neighbours);
  const counts = new Uint32Array(count);
  const reach = new Float64Array(count);
  // By one thread in one go: every range lays out the tree anew.
  const ranges = context.spread ? rangesOf(count) : [{ from: 0, to: count }];
  const found = await inParts(neighboursOfRows, { tree, neighbours }, ranges, context, [0.1, 0.9]);
  for (const [at, { from }] of ranges.entries()) {
    const part = found[at]!; // one for each range
    rows.set(part.rows, from * neighbours);
    distances.set(part.distances, from * neighbours);
    counts.set(part.counts, from);
    reach.set(part.reach, from);
  }
  const density = new Float64Array(count);
  const factors = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let at = row * neighbours, end = at + counts[row]!; at < end; at++)
      sum += Math.max(distances[at]!, reach[rows[at]!]!); // neighbours are rows
    density[row] = 1 / (sum / Math.max(1, counts[row]!) + MIN_MEAN_DISTANCE); // row < count
    if (row % 10_000 === 0) await context.checkpoint(0.9 + (0.05 * row) / count);
  }
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let at = row * neighbours, end = at + counts[row]!; at < end; at++) sum += density[rows[at]!]!; // neighbours are fitted rows
    factors[row] = counts[row]! > 0 ? sum / counts[row]! / density[row]! : 1; // row < count
    if (row % 10_000 === 0) await context.checkpoint(0.95 + (0.05 * row) / count);
  }
  return { tree, neighbours, reach, density, factors };
}

function factorOf({ reach, density }: LofModel, { count, rows, squares }: Found): number {
  if (count === 0) return 1;
  let [distance, dense] = [0, 0];
  for (let at = 0; at < count; at++) {
    const row = rows[at]!; // at < count
    distance += Math.max(Math.sqrt(squares[at]!), reach[row]!); // rows of the tree
    dense += density[row]!; // rows of the tree
  }
  return (dense / count) * (distance / count + MIN_MEAN_DISTANCE);
}

async function explainFactors(model: LofModel, samples: SamplesBase, context: Context): Promise<Attribution[]> {
  const { tree, neighbours, factors } = model;
  const search = createNearestSearch(tree, Math.min(tree.count, neighbours + 1));
  const attributions: Attribution[] = [];
  await searchRows(samples, context, (values, start) => {
    const known = equalRow(tree, values, start);
    const work = search.nearest(values, start);
    withoutItself(search.found, neighbours, known);
    const score = known >= 0 ? factors[known]! : factorOf(model, search.found); // a row of the tree
    attributions.push(neighbourParts(tree, search.found, values.slice(start, start + samples.width), score));
    return work;
  });
  return attributions;
}
