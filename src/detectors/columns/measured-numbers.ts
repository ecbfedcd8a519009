import { someOf, type ColumnSamples } from "../../core/detect/column-samples";
import type { Context } from "../../core/detect/context";
import { measureOf, type Measure } from "../../core/findings/measure";
import { sampleIndices } from "../../core/math/random";
import { ascending, numbersAt } from "./read-columns";

/** A column of numbers that tells what is ordinary in it. */
export interface MeasuredNumber {
  readonly feature: number;
  readonly measure: Measure;
}

/** Relations are read off so many rows; all are tested. */
const MAX_ROWS_LEARNED = 20_000;

/** The rows that relations between columns are read off: all, or some drawn at random. */
export function rowsLearned(samples: ColumnSamples, { random }: Pick<Context, "random">): ColumnSamples {
  return samples.count > MAX_ROWS_LEARNED
    ? someOf(samples, sampleIndices(samples.count, MAX_ROWS_LEARNED, random))
    : samples;
}

/** The first `most` columns of numbers that tell what is ordinary in them. */
export function measuredNumbers(samples: ColumnSamples, most: number): MeasuredNumber[] {
  return Array.from({ length: samples.width }, (_, feature): MeasuredNumber | null => {
    const values = numbersAt(samples, feature);
    const measure = values && measureOf(ascending(values));
    return measure && { feature, measure };
  })
    .filter((number) => number !== null)
    .slice(0, most);
}
