import type { ColumnSamples } from "../../core/detect/column-samples";
import { clipped } from "../../core/findings/linear-relations";
import { standing } from "../../core/findings/measure";
import { BINS, binOf, foldOf } from "./binned-forest";
import { levelReader, type Levels } from "./read-columns";
import type { MeasuredNumber } from "./measured-numbers";

/** Rows as relations look at them, column by column. */
export interface SeenRows {
  readonly count: number;
  /** By number: from its middle, in spreads of its bulk; NaN where it is missing. */
  readonly standings: readonly Float64Array[];
  /** By category: the level of each row, -1 where it is missing or unknown. */
  readonly levels: readonly Int32Array[];
  readonly folds: Uint8Array;
}

/** Trees of a fold never saw its rows. */
export const FOLDS = 3;

/** So many rows are read at once: they stay near the processor, and a cancel is heard in between. */
export const ROWS_AT_ONCE = 2048;

/** What of a row is looked at. */
interface LookedAt {
  readonly numbers: readonly MeasuredNumber[];
  readonly categories: readonly Levels[];
}

/** Reads the samples `from` to before `to`. */
export function rowsReader(samples: ColumnSamples, { numbers, categories }: LookedAt) {
  const codeReaders = categories.map((levels) => levelReader(samples, levels));
  return (from: number, to: number): SeenRows => {
    const count = to - from;
    const folds = new Uint8Array(count);
    for (let row = 0; row < count; row++) folds[row] = foldOf(samples.origin[from + row]!, FOLDS); // samples
    return {
      count,
      standings: numbers.map((number) => standingsOf(samples, number, from, to)),
      levels: codeReaders.map((codeAt) => new Int32Array(count).map((_, row) => codeAt(from + row))),
      folds,
    };
  };
}

/** How each of the samples stands in a column of numbers. */
export function standingsOf(
  samples: ColumnSamples,
  { feature, measure }: MeasuredNumber,
  from: number,
  to: number,
): Float64Array {
  const standings = new Float64Array(to - from);
  const { origin } = samples;
  const column = samples.columns[feature]!; // one of the features
  if (column.kind !== "number") return standings.fill(NaN);
  for (let sample = from; sample < to; sample++)
    standings[sample - from] = standing(measure, column.values[origin[sample]!]!); // a sample, and a row of the table
  return standings;
}

/** Each standing as it counts for others. */
export function clippedOf(standings: readonly Float64Array[]): Float64Array[] {
  return standings.map((own) => own.map(clipped));
}

/** The bin of each value, as trees ask for it. */
export function binsOf(edges: Float64Array, values: Float64Array): Uint8Array {
  return new Uint8Array(values.length).map((_, at) => Math.min(BINS - 1, binOf(edges, values[at]!))); // one for each
}
