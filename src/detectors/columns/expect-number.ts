import type { ColumnSamples } from "../../core/detect/column-samples";
import type { ActualAndExpected } from "../../core/detect/detector";
import type { Context } from "../../core/detect/context";
import { offRuler } from "../../core/findings/ruler";
import { linearRelationsOf } from "../../core/findings/linear-relations";
import { spreadAt, spreadBySizeOf, type SpreadBySize } from "../../core/findings/spread-by-size";
import { madOfSorted } from "../../core/math/quantile";
import { sortedFinite } from "../../core/math/sort";
import { countedRows, expectedOf, type CountedRows, type Expectation, type Relations } from "./expectation";
import { binEdges, learnExpectation } from "./learn-expectation";
import { measuredNumbers, rowsLearned } from "./measured-numbers";
import { levelsOf } from "./read-columns";
import { ROWS_AT_ONCE, rowsReader } from "./seen-rows";
import { numberAt } from "./value-reasons";

/** What the other columns say of one number, and how far actual values usually are from it. */
export interface ExpectedNumber extends Relations {
  readonly expectation: Expectation;
  readonly spread: SpreadBySize;
}

/** The same, and how far the value is off. */
export interface OffExpected extends ActualAndExpected {
  /** How many usual spreads the value lies above what was expected; NaN where it is missing. */
  readonly off: Float64Array;
}

/** Wider tables would take long. */
const MAX_NUMBERS = 150;
const MAX_CATEGORIES = 10;
/** Of so many numbers each is tried where nobody said which is to be expected. */
const MAX_TRIED = 12;
/** Nineteen of twenty of a normal distribution lie within so many standard deviations. */
const BAND = 1.96;
/** A relation that is never off is taken to be off by so much of the column's own spread. */
const LEAST_SPREAD = 1e-3;

/**
 * Learns what the others say of the column of that name, or, where it is "", of the number of which they say most. Null
 * where there is no such column of numbers.
 */
export async function learnExpectedNumber(
  samples: ColumnSamples,
  name: string,
  context: Context,
): Promise<ExpectedNumber | null> {
  const learned = rowsLearned(samples, context);
  const numbers = await measuredNumbers(learned, MAX_NUMBERS, context);
  const categories = Array.from({ length: learned.width }, (_, feature) => levelsOf(learned, feature))
    .filter((levels) => levels !== null)
    .slice(0, MAX_CATEGORIES);
  await context.checkpoint(0.1);
  const rows = rowsReader(learned, { numbers, categories })(0, learned.count);
  const found: Relations = {
    numbers,
    categories,
    linear: linearRelationsOf(rows.standings),
    edges: binEdges(rows.standings),
  };
  const counted = countedRows(found.edges, rows);
  const asked = [...numbers.keys()].filter((at) => isAsked(learned, numbers[at]!.feature, name)).slice(0, MAX_TRIED); // its own keys
  let best: { readonly own: ExpectedNumber; readonly left: number } | null = null;
  for (const [place, at] of asked.entries()) {
    const one = learnOne(found, counted, learnExpectation(found, counted, at, context.random));
    if (best === null || one.left < best.left) best = one;
    await context.checkpoint(0.1 + (0.8 * (place + 1)) / asked.length);
  }
  return best?.own ?? null;
}

/** Reads actual and expected values of all samples, a block at a time. */
export async function actualAndExpected(
  model: ExpectedNumber,
  samples: ColumnSamples,
  context: Pick<Context, "checkpoint">,
): Promise<OffExpected> {
  const { feature, measure } = model.numbers[model.expectation.at]!; // one of the numbers
  const inUnits = (standing: number) => offRuler(measure.ruler, measure.tail.centre + measure.spread * standing);
  const column = () => new Float64Array(samples.count);
  const all: OffExpected = {
    feature,
    actual: column(),
    expected: column(),
    low: column(),
    high: column(),
    off: column(),
  };
  const read = rowsReader(samples, model);
  for (let from = 0; from < samples.count; from += ROWS_AT_ONCE) {
    const rows = read(from, Math.min(samples.count, from + ROWS_AT_ONCE));
    expectedOf(model, countedRows(model.edges, rows), model.expectation).forEach((said, row) => {
      const spread = Math.max(LEAST_SPREAD, spreadAt(model.spread, said));
      const standing = rows.standings[model.expectation.at]![row]!; // one for each row
      all.actual[from + row] = numberAt(samples, feature, from + row);
      all.expected[from + row] = inUnits(said);
      all.low[from + row] = inUnits(said - BAND * spread);
      all.high[from + row] = inUnits(said + BAND * spread);
      all.off[from + row] = (standing - said) / spread;
    });
    await context.checkpoint(Math.min(1, (from + ROWS_AT_ONCE) / samples.count));
  }
  return all;
}

/** Whether the column is to be expected: the one that is named; else every feature, but no number that only names rows. */
function isAsked({ features, roles }: ColumnSamples, feature: number, name: string): boolean {
  return name === "" ? roles[feature] === "feature" : features[feature] === name;
}

/** What is expected of one number, and the part of its own spread that is left. */
function learnOne(relations: Relations, counted: CountedRows, expectation: Expectation) {
  const own = counted.rows.standings[expectation.at]!; // one of the numbers
  const expected = expectedOf(relations, counted, expectation);
  const residuals = own.map((value, row) => value - expected[row]!); // one for each row
  const before = madOfSorted(sortedFinite(own));
  const left = before > 0 ? madOfSorted(sortedFinite(residuals)) / before : 1;
  return { own: { ...relations, expectation, spread: spreadBySizeOf(expected, residuals) }, left };
}
