import { clipped } from "../../core/findings/linear-relations";
import { quantileOfSorted } from "../../core/math/quantile";
import { BINS, binOf, edgesOf, growForest } from "./binned-forest";
import { FOLDS, linearly, type Expectation, type Relations } from "./expectation";
import { samplesByLevel } from "./read-columns";

/** What is learned from: row by row the standings of the numbers, by category the level of each row, and the folds. */
export interface LearnedRows {
  readonly count: number;
  readonly standings: Float64Array;
  readonly levels: readonly Int32Array[];
  readonly folds: Uint8Array;
}

/** Trees over more inputs take too long, and straight lines tell most of it. */
const MAX_INPUTS = 16;
const MIN_ROWS_OF_TREES = 100;
const FOREST_PLAN = { folds: FOLDS, treesPerFold: 10, rowsPerTree: 1500, leaf: 5, depth: 9 } as const;
const MIN_ROWS_PER_LEVEL = 8;
/** What trees are taught is cut here, so that a gross value does not bend its neighbours' expectation. */
const MAX_TAUGHT = 4;

/** Learns what is left over of number `at` when straight lines have spoken. */
export function learnExpectation(
  relations: Relations,
  rows: LearnedRows,
  at: number,
  random: () => number,
): Expectation {
  const width = relations.numbers.length;
  const inputs = width - 1 + relations.categories.length;
  const none = { at, forest: null, edges: [], levelMiddles: [] };
  if (inputs === 0 || inputs > MAX_INPUTS || rows.count < MIN_ROWS_OF_TREES) return none;
  const left = new Float64Array(rows.count);
  for (let row = 0; row < rows.count; row++) {
    const own = rows.standings.subarray(row * width, (row + 1) * width);
    left[row] = Number.isNaN(own[at]!) ? NaN : cut(clipped(own[at]!) - linearly(relations, own, at)); // at < width
  }
  const levelMiddles = rows.levels.map((codes, category) =>
    middlesOf(left, codes, relations.categories[category]!.names.length),
  ); // one code list per category
  const read: ((row: number) => number)[] = [];
  for (let other = 0; other < width; other++)
    if (other !== at) read.push((row) => clipped(rows.standings[row * width + other]!)); // other < width
  levelMiddles.forEach(
    (middles, category) => read.push((row) => middles[rows.levels[category]![row]!] ?? 0), // one code per row
  );
  const edges: Float64Array[] = [];
  const bins = read.map((valueAt) => {
    const values = Float64Array.from({ length: rows.count }, (_, row) => valueAt(row));
    const own = edgesOf(values.slice().sort());
    edges.push(own);
    return Uint8Array.from(values, (value) => Math.min(BINS - 1, binOf(own, value)));
  });
  return { at, forest: growForest(bins, left, rows.folds, FOREST_PLAN, random), edges, levelMiddles };
}

/** The middle of the values of each level; 0 where few rows tell. */
function middlesOf(values: Float64Array, codes: Int32Array, levels: number): Float64Array {
  return Float64Array.from(samplesByLevel(codes, levels), (samples) => {
    const own = Float64Array.from(samples, (sample) => values[sample]!) // samples of the rows
      .filter(Number.isFinite)
      .sort();
    return own.length < MIN_ROWS_PER_LEVEL ? 0 : quantileOfSorted(own, 0.5);
  });
}

function cut(value: number): number {
  return Math.max(-MAX_TAUGHT, Math.min(MAX_TAUGHT, value));
}
