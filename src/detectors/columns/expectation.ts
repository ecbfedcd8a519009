import type { ColumnSamples } from "../../core/detect/column-samples";
import { clipped, expectedStanding, type LinearRelations } from "../../core/findings/linear-relations";
import { standing } from "../../core/findings/measure";
import { binOf, foldOf, forestExpects, type BinnedForest } from "./binned-forest";
import type { MeasuredNumber } from "./measured-numbers";
import { levelNamer, type Levels } from "./read-columns";
import { numberAt } from "./value-reasons";

/** What the other columns say a number should be: by straight lines, and by trees what those leave over. */
export interface Expectation {
  /** Which of the numbers it is. */
  readonly at: number;
  readonly forest: BinnedForest | null;
  /** By input of the forest: the edges of its bins. The other numbers first, then the categories. */
  readonly edges: readonly Float64Array[];
  /** By category and level: the middle of what the lines leave over there. */
  readonly levelMiddles: readonly Float64Array[];
}

export interface Relations {
  readonly numbers: readonly MeasuredNumber[];
  readonly categories: readonly Levels[];
  readonly linear: LinearRelations | null;
}

export const FOLDS = 3;

/** Reads what the relations look at in one row: standings of the numbers, levels of the categories. */
export function rowReader(samples: ColumnSamples, { numbers, categories }: Relations) {
  const namers = categories.map(({ feature, names }) => ({
    nameOf: levelNamer(samples.columns[feature]!), // one of the features
    codes: new Map(names.map((name, code) => [name, code])),
  }));
  const standings = new Float64Array(numbers.length);
  const levels = new Int32Array(categories.length);
  return (sample: number): SeenRow => {
    numbers.forEach(({ feature, measure }, at) => {
      standings[at] = standing(measure, numberAt(samples, feature, sample));
    });
    const row = samples.origin[sample]!; // one of the samples
    namers.forEach(({ nameOf, codes }, at) => {
      levels[at] = codes.get(nameOf(row) ?? "") ?? -1;
    });
    return { standings, levels, fold: foldOf(row, FOLDS) };
  };
}

/** Overwritten by the next row that is read. */
export interface SeenRow {
  readonly standings: Float64Array;
  readonly levels: Int32Array;
  readonly fold: number;
}

/** What straight lines say of number `at`; the middle where there are none. */
export function linearly({ linear }: Relations, standings: Float64Array, at: number): number {
  return linear ? expectedStanding(linear, standings, at) : 0;
}

/** The standing that the other columns say. */
export function expects(relations: Relations, own: Expectation, { standings, levels, fold }: SeenRow): number {
  const straight = linearly(relations, standings, own.at);
  if (!own.forest) return straight;
  const { edges, at } = own;
  const bin = (input: number) => binOf(edges[input]!, inputOf(own, standings, levels, input)); // one of its inputs
  return straight + forestExpects(own.forest, fold, FOLDS, bin);

  function inputOf(of: Expectation, all: Float64Array, codes: Int32Array, input: number): number {
    const others = all.length - 1;
    if (input < others) return clipped(all[input < at ? input : input + 1]!); // every number but its own
    return of.levelMiddles[input - others]![codes[input - others]!] ?? 0; // a category
  }
}
