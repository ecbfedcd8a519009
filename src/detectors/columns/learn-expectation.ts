import { clipped, linearlyExpected } from "../../core/findings/linear-relations";
import { madOfSorted, quantileOfSorted } from "../../core/math/quantile";
import { sortedFinite } from "../../core/math/sort";
import { BINS, binOf, edgesOf, forestExpects, growForest, type BinnedForest } from "./binned-forest";
import { levelInputs, type CountedRows, type Expectation, type Relations } from "./expectation";
import { samplesByLevel } from "./read-columns";
import { FOLDS, clippedOf } from "./seen-rows";

/** Trees over more inputs take too long, and straight lines tell most of it. */
const MAX_INPUTS = 16;
const MIN_ROWS_OF_TREES = 100;
const FOREST_PLAN = { folds: FOLDS, rowsPerTree: 1500, leaf: 5, depth: 9 } as const;
const TREES = 10;
/** So many trees tell whether more are worth their while: they have to leave less than this part. */
const FIRST_TREES = 3;
const MOST_LEFT = 0.95;
const MIN_ROWS_PER_LEVEL = 8;
/** What trees are taught is cut here, so that a gross value does not bend its neighbours' expectation. */
const MAX_TAUGHT = 4;

/** The edges between the bins in which trees see each number. */
export function binEdges(standings: readonly Float64Array[]): Float64Array[] {
  return clippedOf(standings).map((values) => edgesOf(values.sort()));
}

/** Learns what is left over of number `at` when straight lines have spoken. */
export function learnExpectation(
  { linear, categories }: Relations,
  counted: CountedRows,
  at: number,
  random: () => number,
): Expectation {
  const { rows, standings } = counted;
  const inputs = standings.length - 1 + categories.length;
  const none = { at, forest: null, levelBins: [] };
  if (inputs === 0 || inputs > MAX_INPUTS || rows.count < MIN_ROWS_OF_TREES) return none;
  const own = rows.standings[at]!; // one of the numbers
  const left = linearlyExpected(linear, standings, at).map((said, row) =>
    Number.isNaN(own[row]!) ? NaN : cut(clipped(own[row]!) - said),
  ); // one for each row
  const levelBins = rows.levels.map((codes, category) => binsOfLevels(left, codes, categories[category]!.names.length)); // prettier-ignore
  const all = [...counted.bins().filter((_, other) => other !== at), ...levelInputs({ levelBins }, rows)];
  const grown = (treesPerFold: number) => growForest(all, left, rows.folds, { ...FOREST_PLAN, treesPerFold }, random);
  return saysNothing(grown(FIRST_TREES), all, rows.folds, left) ? none : { at, forest: grown(TREES), levelBins };
}

/** Whether a few trees leave as much as there was: many will not leave much less. */
function saysNothing(forest: BinnedForest, inputs: readonly Uint8Array[], folds: Uint8Array, targets: Float64Array) {
  const said = forestExpects(forest, inputs, folds, FOLDS).means;
  const before = sortedFinite(targets);
  const after = sortedFinite(targets.map((target, row) => target - said[row]!)); // one for each row
  return madOfSorted(after) > MOST_LEFT * madOfSorted(before);
}

/** By level the bin of the middle of its values, 0 where few rows tell; last the bin of 0. */
function binsOfLevels(values: Float64Array, codes: Int32Array, levels: number): Uint8Array {
  const middles = Float64Array.from(samplesByLevel(codes, levels), (samples) => {
    const own = Float64Array.from(samples, (sample) => values[sample]!) // samples of the rows
      .filter(Number.isFinite)
      .sort();
    return own.length < MIN_ROWS_PER_LEVEL ? 0 : quantileOfSorted(own, 0.5);
  });
  const ofRows = Float64Array.from(codes, (code) => middles[code] ?? 0);
  const edges = edgesOf(ofRows.sort());
  return Uint8Array.from([...middles, 0], (middle) => Math.min(BINS - 1, binOf(edges, middle)));
}

function cut(value: number): number {
  return Math.max(-MAX_TAUGHT, Math.min(MAX_TAUGHT, value));
}
