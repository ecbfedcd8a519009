import { defineMatrixDetector } from "../../core/detect/detector";
import { partOf } from "../../core/detect/part-of-context";
import { requireSamples } from "../../core/detect/require-samples";
import { rowsAt, rowsToFit } from "../../core/detect/rows-to-fit";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Context } from "../../core/detect/context";
import { sampleIndices } from "../../core/math/random";
import { matrixSamples, type MatrixSamples } from "../../core/detect/samples";
import type { ColumnUnits } from "../linear/column-units";
import { firstOpinion } from "./first-opinion";
import type { KdTree } from "./kd-tree";
import { createNearestSearch, withoutItself } from "./nearest";
import { neighbourParts } from "./neighbour-parts";
import { countedIn, ordinaryUnits } from "./ordinary-units";
import { kdTreeOf } from "./kd-tree";
import { MIN_SEARCHES_FOR_FILTER, neighboursOf } from "./reference-set";
import { searchRows } from "./search-rows";

/** Unsuspicious rows, in their own units. */
export interface UnsuspiciousModel {
  readonly units: ColumnUnits;
  readonly tree: KdTree;
  readonly neighbours: number;
}

/** Rows that a first opinion is formed on; more hardly change who is unsuspicious. */
const MAX_ROWS_LOOKED_AT = 10_000;
/** Rows to compare with: denser ones would only shorten all distances alike. */
const MAX_REFERENCE_ROWS = 4000;
/** Where the first opinion and the tree end on the scale of the progress. */
const [OPINION, TREE] = [0.9, 1];

/**
 * The distance to the k-th nearest of the rows that isolation forest, nearest neighbours and MCD together find least
 * suspicious, counted in those rows' own means and spreads: strangers are neither compared with each other, however many
 * and alike they are, nor do they stretch the scale. Higher is stranger; >= 0. Two passes as in robust regression: reject
 * first, then measure again with what is left (Rousseeuw & Leroy 1987). A row is not its own neighbour.
 */
export const unsuspiciousNeighbours = defineMatrixDetector({
  id: "unsuspicious-neighbours",
  version: 1,
  label: "Nearest unsuspicious rows",
  family: "neighbours",
  summary:
    "Sets aside what three quick detectors find suspicious, and measures how far every row is from the nearest rows that are left.",
  blindTo: "Strange rows that all three take for ordinary at first, such as those between two groups.",
  reference:
    "Ramaswamy, S., Rastogi, R. & Shim, K. (2000). Efficient algorithms for mining outliers from large data sets. SIGMOD 2000; setting the suspicious aside first: Rousseeuw, P. J. & Leroy, A. M. (1987). Robust regression and outlier detection. Wiley.",
  prefers: { scale: "robust", encode: "one-hot", why: { code: "neighbour.robust-distances" } },
  params: {
    suspicious: {
      kind: "number",
      label: "Set aside (%)",
      help: "How many of the rows, the most suspicious first, no row is compared with; where a third may be strange, set aside more. Where you chose the rows to learn from, none is.",
      default: 30,
      min: 0,
      max: 70,
      main: true,
    },
    neighbours: {
      kind: "integer",
      label: "Neighbours",
      help: "How many nearest unsuspicious rows count; more is steadier, fewer keep small ordinary groups ordinary.",
      default: 5,
      min: 1,
      max: 100,
      scale: "log",
      main: true,
    },
  },
  async fit(samples, params, context): Promise<UnsuspiciousModel> {
    requireSamples(samples);
    const seen = rowsToFit(samples, MAX_ROWS_LOOKED_AT, context.random);
    const share = samples.isChosen ? 0 : params.suspicious / 100;
    const kept = await keptRows(seen, share, partOf(context, 0, OPINION));
    const drawn = sampleIndices(kept.length, MAX_REFERENCE_ROWS, context.random).sort();
    const ordinary = drawn.map((at) => kept[at]!); // drawn from them
    context.note({ code: "neighbour.unsuspicious", values: { rows: ordinary.length, of: samples.count } });
    const units = await ordinaryUnits(seen, ordinary, () => context.checkpoint(OPINION));
    const tree = await kdTreeOf(laidOut(countedIn(rowsAt(seen, ordinary), units)), () => context.checkpoint(TREE));
    return { units, tree, neighbours: neighboursOf(tree, params.neighbours) };
  },
  async score({ units, tree, neighbours }: UnsuspiciousModel, samples, context) {
    const scores = new Float64Array(samples.count);
    const size = Math.min(tree.count, neighbours + 1);
    const search = createNearestSearch(tree, size, samples.count >= MIN_SEARCHES_FOR_FILTER);
    await searchRows(countedIn(samples, units), context, (values, start, row) => {
      const work = search.nearest(values, start);
      withoutItself(search.found, neighbours);
      scores[row] = Math.sqrt(farthestOf(search.found.squares, search.found.count));
      return work;
    });
    return scores;
  },
  async explain({ units, tree, neighbours }: UnsuspiciousModel, samples, context) {
    const search = createNearestSearch(tree, Math.min(tree.count, neighbours + 1));
    const attributions: ReturnType<typeof neighbourParts>[] = [];
    await searchRows(countedIn(samples, units), context, (values, start) => {
      const work = search.nearest(values, start);
      withoutItself(search.found, neighbours);
      const score = Math.sqrt(farthestOf(search.found.squares, search.found.count));
      const row = values.slice(start, start + samples.width);
      const parts = neighbourParts(tree, search.found, row, score);
      // Back from the units of the ordinary rows; a column that never varies stays at its value.
      const expected = parts.expected?.map((value, j) => units.centre[j]! + value * units.unit[j]!); // one unit per column
      attributions.push(expected ? { ...parts, expected } : parts);
      return work;
    });
    return attributions;
  },
});

/** The rows that remain once the most suspicious `share` is set aside, ascending; rows that tie stay together. */
async function keptRows(samples: MatrixSamples, share: number, context: Context): Promise<Uint32Array> {
  const all = Uint32Array.from({ length: samples.count }, (_, row) => row);
  if (share === 0) return all;
  const suspicion = await firstOpinion(samples, context);
  const last = Math.max(0, Math.ceil(samples.count * (1 - share)) - 1);
  const limit = suspicion.toSorted()[last]!; // one of them
  return all.filter((row) => suspicion[row]! <= limit); // a number of each row
}

function laidOut(samples: SamplesBase): MatrixSamples {
  return matrixSamples(samples.block(0, samples.count), samples.features, samples.origin);
}

function farthestOf(squares: Float64Array, count: number): number {
  let farthest = 0;
  for (let at = 0; at < count; at++) farthest = Math.max(farthest, squares[at]!); // at < count
  return farthest;
}
