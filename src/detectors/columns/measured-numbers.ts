import { someOf, type ColumnSamples } from "../../core/detect/column-samples";
import type { Context } from "../../core/detect/context";
import { fewValuesOf, type FewValues } from "../../core/findings/few-values";
import { measureOf, type Measure } from "../../core/findings/measure";
import { smallSampleOf, type SmallSample } from "../../core/findings/small-sample";
import { sampleIndices } from "../../core/math/random";
import { ascending, numbersAt } from "./read-columns";

/** A column of numbers that tells what is ordinary in it. */
export interface MeasuredNumber {
  readonly feature: number;
  readonly measure: Measure;
}

/** What the values of a column tell by themselves. */
export interface NumberFacts {
  readonly measure: Measure | null;
  readonly few: FewValues | null;
  /** Of few values, some of which are off. */
  readonly small: SmallSample | null;
}

/** Relations are read off so many rows; all are tested. */
const MAX_ROWS_LEARNED = 20_000;

const knownFacts = new WeakMap<ColumnSamples, (NumberFacts | undefined)[]>();
const knownRows = new WeakMap<ColumnSamples, ColumnSamples>();

/** The rows that relations between columns are read off: all, or some drawn at random, the same for all who ask. */
export function rowsLearned(samples: ColumnSamples, { random }: Pick<Context, "random">): ColumnSamples {
  if (samples.count <= MAX_ROWS_LEARNED) return samples;
  const known = knownRows.get(samples) ?? someOf(samples, sampleIndices(samples.count, MAX_ROWS_LEARNED, random));
  knownRows.set(samples, known);
  return known;
}

/** What a feature tells by itself: found out once for all who ask. */
export function factsAt(samples: ColumnSamples, feature: number): NumberFacts {
  const known = knownFacts.get(samples) ?? [];
  knownFacts.set(samples, known);
  return (known[feature] ??= factsOf(numbersAt(samples, feature)));
}

/** The first `most` columns of numbers that tell what is ordinary in them. */
export async function measuredNumbers(
  samples: ColumnSamples,
  most: number,
  context: Pick<Context, "pause">,
): Promise<MeasuredNumber[]> {
  const found: MeasuredNumber[] = [];
  for (let feature = 0; feature < samples.width && found.length < most; feature++) {
    const { measure } = factsAt(samples, feature);
    if (measure) found.push({ feature, measure });
    await context.pause();
  }
  return found;
}

function factsOf(values: Float64Array | null): NumberFacts {
  const sorted = values && ascending(values);
  return {
    measure: sorted && measureOf(sorted),
    few: sorted && fewValuesOf(sorted),
    small: sorted && smallSampleOf(sorted),
  };
}
