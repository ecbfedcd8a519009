import { linearlyExpected, type LinearRelations } from "../../core/findings/linear-relations";
import { forestExpects, type BinnedForest } from "./binned-forest";
import type { MeasuredNumber } from "./measured-numbers";
import type { Levels } from "./read-columns";
import { FOLDS, binsOf, clippedOf, type SeenRows } from "./seen-rows";

/** What the other columns say a number should be: by straight lines, and by trees what those leave over. */
export interface Expectation {
  /** Which of the numbers it is. */
  readonly at: number;
  readonly forest: BinnedForest | null;
  /** By category: the bin of each level, by the middle of what the lines leave over there; last that of an unknown level. */
  readonly levelBins: readonly Uint8Array[];
}

export interface Relations {
  readonly numbers: readonly MeasuredNumber[];
  readonly categories: readonly Levels[];
  readonly linear: LinearRelations | null;
  /** By number: the edges of its bins, as trees ask for it. */
  readonly edges: readonly Float64Array[];
}

/** Rows as they count when a number is expected from others: found out once, however many numbers ask. */
export interface CountedRows {
  readonly rows: SeenRows;
  readonly standings: readonly Float64Array[];
  /** By number, as trees ask for it. */
  bins(): readonly Uint8Array[];
}

export function countedRows(edges: readonly Float64Array[], rows: SeenRows): CountedRows {
  const standings = clippedOf(rows.standings);
  let bins: readonly Uint8Array[] | null = null;
  return { rows, standings, bins: () => (bins ??= standings.map((values, at) => binsOf(edges[at]!, values))) }; // edges for each number
}

/** What the other columns say of each row, and how far trees that saw other rows differ there, as a standard deviation. */
export function expectedWithDoubt({ linear }: Relations, counted: CountedRows, own: Expectation) {
  const expected = linearlyExpected(linear, counted.standings, own.at);
  const doubt = new Float64Array(expected.length);
  if (!own.forest) return { expected, doubt };
  const inputs = [...counted.bins().filter((_, at) => at !== own.at), ...levelInputs(own, counted.rows)];
  const said = forestExpects(own.forest, inputs, counted.rows.folds, FOLDS);
  for (let row = 0; row < expected.length; row++) {
    expected[row] = expected[row]! + said.means[row]!; // one for each row
    doubt[row] = said.deviations[row]!; // one for each row
  }
  return { expected, doubt };
}

/** What the other columns say of each row. */
export function expectedOf(relations: Relations, counted: CountedRows, own: Expectation): Float64Array {
  return expectedWithDoubt(relations, counted, own).expected;
}

/** The bins of the categories, which follow those of the other numbers. */
export function levelInputs({ levelBins }: Pick<Expectation, "levelBins">, { levels }: SeenRows): Uint8Array[] {
  return levels.map((codes, category) => {
    const bins = levelBins[category]!; // bins for each category
    return new Uint8Array(codes.length).map((_, row) => bins[codes[row]! < 0 ? bins.length - 1 : codes[row]!]!); // a level
  });
}
