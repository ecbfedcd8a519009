import type { Dataset } from "../data/dataset";
import { Failure } from "../data/failure";
import type { Note } from "../data/note";
import { lowerBound } from "../math/sort";
import { sharedNumbers } from "../data/shared-numbers";
import { matrixSamples, type MatrixSamples } from "../detect/samples";
import { scaled, signedLog } from "./fit-scaling";
import type { FittedFeature, FittedRecipe } from "./fitted-recipe";
import { groupIndexOf, rowsByGroup } from "./group-rows";
import { matchColumns } from "./match-columns";
import { completeRows } from "./missing-cells";
import { namesNote } from "./names-note";
import { readerOf, type FeatureReader } from "./read-feature";

/** What the detectors see, and how it came about. */
export interface Prepared {
  /** A matrix: one sample per kept row, `origin` naming the row of the dataset. */
  readonly samples: MatrixSamples;
  /** The dataset's column behind each feature. */
  readonly featureColumns: Int32Array;
  /** Rows left out because a value was missing. */
  readonly dropped: number;
  readonly notes: readonly Note[];
}

/** Cells written before moving on: few enough to stay in the processor's cache, whichever way the table is long. */
const cellsAtOnce = 32_000;

/**
 * Prepares a dataset with what a recipe learnt, from the same or from other data. A row comes out the same
 * whatever rows are beside it (the time since the previous row apart, which is about its neighbours).
 * Levels not seen before count as rare, and columns that are not there as missing; a note says so.
 * `checkpoint` is called with 0 to 1 about every 32,000 cells. Throws `Failure` "no-rows", "out-of-memory".
 */
export async function applyRecipe(
  fitted: FittedRecipe,
  dataset: Dataset,
  checkpoint: (done: number) => Promise<void> = async () => undefined,
): Promise<Prepared> {
  const { rowCount } = dataset;
  const matched = matchColumns(dataset, fitted.sources);
  const columnAt = (source: number) => matched[source]?.column ?? null;
  const origin = completeRows(rowCount, fitted.dropMissing.map(columnAt));
  if (origin.length === 0) throw new Failure({ code: "no-rows", values: { dropped: rowCount } });
  const width = fitted.features.length;
  const values = matrixOf(origin.length, width);

  const groupOf = fitted.group ? groupIndexOf(columnAt(fitted.group.from), fitted.group.keys, rowCount) : null;
  const groups = fitted.group && groupOf ? rowsByGroup(origin, groupOf, fitted.group.keys.length) : null;
  const writers = fitted.features.map((feature, index) =>
    writerOf(feature, readerOf(feature.source, columnAt(feature.from), groups), {
      index,
      width,
      values,
      origin,
      groupOf,
    }),
  );
  const rowsAtOnce = Math.min(rowCount, Math.max(64, Math.ceil(cellsAtOnce / width)));
  const raw = new Float64Array(rowsAtOnce);
  for (let start = 0; start < origin.length;) {
    const from = origin[start]!; // start < length
    const to = Math.min(from + rowsAtOnce, rowCount);
    const end = lowerBound(origin, to);
    for (const [index, write] of writers.entries()) {
      write(from, to, start, end, raw);
      // Wide tables need a yield between features, long ones between blocks.
      if (index % 256 === 255) await checkpoint((start + ((end - start) * index) / width) / origin.length);
    }
    start = end;
    await checkpoint(start / origin.length);
  }

  const { classes } = fitted;
  const classOf = classes && groupIndexOf(columnAt(classes.from), classes.keys, rowCount);
  const samples = matrixSamples(
    values,
    fitted.features.map(({ name }) => name),
    origin,
  );
  const dropped = rowCount - origin.length;
  const absent = fitted.sources.filter((_, source) => columnAt(source) === null).map(({ name }) => name);
  return {
    samples: classOf
      ? { ...samples, classes: Int32Array.from(origin, (row) => classOf[row] ?? -1), classNames: classes.keys }
      : samples,
    featureColumns: Int32Array.from(fitted.features, ({ from }) => matched[from]?.position ?? -1),
    dropped,
    notes: [
      ...fitted.notes,
      ...(dropped > 0 ? [{ code: "prepare.rows-dropped" as const, values: { count: dropped } }] : []),
      ...namesNote("prepare.column-absent", absent),
    ],
  };
}

function matrixOf(rows: number, width: number): Float32Array {
  try {
    return sharedNumbers(rows * width);
  } catch (error) {
    throw new Failure({
      code: "out-of-memory",
      values: { megabytes: Math.round((rows * width * 4) / 1e6) },
      detail: String(error),
    });
  }
}

/** Where a feature is written. */
interface Target {
  readonly index: number;
  readonly width: number;
  readonly values: Float32Array;
  readonly origin: Uint32Array;
  readonly groupOf: Int32Array | null;
}

/** Writes samples `start` to before `end`, whose rows lie between `from` (included) and `to` (excluded). */
type FeatureWriter = (from: number, to: number, start: number, end: number, raw: Float64Array) => void;

function writerOf(feature: FittedFeature, read: FeatureReader, target: Target): FeatureWriter {
  const { fill, log, scaling, within } = feature;
  const { index, width, values, origin, groupOf } = target;
  const { center, scale, limit } = scaling;
  return (from, to, start, end, raw) => {
    read(from, to, raw);
    for (let i = 0; i < to - from; i++) {
      const found = raw[i]!; // i < length
      const known =
        found === found ? found : within && groupOf ? (within.fills[groupOf[from + i] ?? -1] ?? fill) : fill;
      raw[i] = log ? signedLog(known) : known;
    }
    if (within && groupOf) {
      for (let sample = start; sample < end; sample++) {
        const row = origin[sample]!; // sample < end <= length
        const group = groupOf[row] ?? -1;
        const own = group < 0 ? center : (within.centers[group] ?? center);
        values[sample * width + index] = scaled(
          raw[row - from]!,
          own,
          group < 0 ? scale : (within.scales[group] ?? scale),
          limit,
        );
      }
      return;
    }
    for (let sample = start; sample < end; sample++)
      values[sample * width + index] = scaled(raw[origin[sample]! - from]!, center, scale, limit);
  };
}
