import type { NumberColumn } from "../data/column";
import type { Dataset } from "../data/dataset";
import { Failure } from "../data/failure";
import type { Note } from "../data/note";
import { upperBound } from "../math/sort";
import { ignoredNotes, ignoredRows } from "../prepare/ignored-periods";
import type { Recipe } from "../prepare/recipe";
import { clockEventsOf } from "./clock-events";
import { fillChannel } from "./fill-channel";
import { laySteps } from "./lay-steps";
import { orderRows } from "./order-rows";
import { paceOf } from "./pace";
import { seriesNotesOf } from "./series-notes";
import type { SeriesSamples } from "./series-samples";
import { learnedScale, type ChannelScale, type SeriesBasis } from "./series-basis";
import type { SeriesKind } from "../kinds/series-kind";
import { faintPeriodOf, seasonsOf, suggestedStride, suggestedWindow } from "./suggest-window";

/** Series as detectors see them, and the way back to rows, columns and units. */
export interface PreparedSeries {
  readonly samples: SeriesSamples;
  /** The dataset's column behind each channel. */
  readonly channelColumns: readonly number[];
  /** What the whole series are called; one without a name where no column names them. */
  readonly names: readonly string[];
  /** Which whole series each part (what lies between two of `samples.starts`) is of; ascending. */
  readonly seriesOf: Uint32Array;
  /** Of [series, channels]: value = centre + scale * sample; scale 0 where the channel does not vary. */
  readonly centers: Float64Array;
  readonly scales: Float64Array;
  /** The step of each row of the dataset; NO_ROW where it has none. */
  readonly stepOf: Uint32Array;
  /** The window that the data suggest, whatever the person chose. */
  readonly suggestedWindow: number;
  readonly notes: readonly Note[];
}

type Checkpoint = (done: number) => Promise<void>;

/**
 * Rows of a table as steps of series: sorted, laid on an even grid where there is one, gaps filled or split,
 * standardised over each whole series. Channels are the number columns whose role is "feature", the time and group
 * columns apart. Linear but for finding the period. Throws `Failure` "no-features" without a channel, "no-rows" where
 * no row has a time and a value, "illegal-parameter" where the shape names no such column.
 * @param basis what other series taught: scales, periods and window are theirs; null: these teach it themselves
 */
export async function seriesSamplesOf(
  dataset: Dataset,
  recipe: Recipe,
  rowKind: SeriesKind,
  checkpoint: Checkpoint = async () => undefined,
  basis: SeriesBasis | null = null,
): Promise<PreparedSeries> {
  const channelColumns = basis ? channelsBy(basis, dataset) : channelsOf(dataset, recipe, rowKind);
  if (channelColumns.length === 0)
    throw new Failure({
      code: "no-features",
      values: { columns: dataset.columns.length, constant: 0, rows: dataset.rowCount },
    });
  const columns = channelColumns.map((position) => (dataset.columns[position] as NumberColumn).values); // by channelsOf
  const order = orderRows(dataset, rowKind.time, rowKind.group);
  await checkpoint(0.1);
  const pace = paceOf(order);
  const ignored = ignoredRows(dataset, recipe);
  const isEmpty = (row: number) => ignored?.[row] === 1 || columns.every((values) => Number.isNaN(values[row]));
  const steps = laySteps(order, pace, rowKind.fillUpTo, isEmpty);
  if (steps.count === 0) throw new Failure({ code: "no-rows", values: { dropped: dataset.rowCount } });
  await checkpoint(0.2);

  const channels = columns.length;
  const values = memoryFor(steps.count * channels);
  const centers = new Float64Array(order.names.length * channels);
  const scales = new Float64Array(centers.length);
  let [interpolated, infinite] = [0, 0];
  const filled: (Uint8Array | null)[] = [];
  for (const [channel, column] of columns.entries()) {
    const scaleOf = (series: number, own: ChannelScale) =>
      basis ? learnedScale(basis, order.names[series] ?? "", [channel, channels], own) : own;
    const target = { channel, channels, values, centers, scales, scaleOf };
    const counts = fillChannel(column, order, steps, rowKind.duplicates, target);
    interpolated += counts.interpolated;
    infinite += counts.infinite;
    filled.push(counts.filled);
    await checkpoint(0.2 + (0.6 * (channel + 1)) / channels);
  }

  const { starts, seriesOf } = steps;
  const unitMs = order.isClock ? 1 : (rowKind.unitMs ?? null);
  const laid = { values, channels, starts };
  const periods = basis?.periods ?? seasonsOf(laid, unitMs === null ? null : unitMs * pace.step);
  const suggested = basis?.window ?? suggestedWindow({ starts, seriesOf }, periods, faintPeriodOf(laid));
  await checkpoint(1);
  const window = basis?.window ?? windowOf(rowKind, starts) ?? suggested;
  const samples: SeriesSamples = {
    kind: "series",
    count: steps.count,
    shape: [channels],
    width: channels,
    features: channelColumns.map((position) => dataset.columns[position]!.name), // by channelsOf
    origin: steps.origin,
    block: (from, to) => values.subarray(from * channels, to * channels),
    starts,
    times: steps.times,
    isClock: order.isClock,
    unitMs,
    step: pace.step,
    period: periods[0]?.steps ?? null,
    periods,
    window,
    stride: strideOf(rowKind) ?? suggestedStride(window, steps.count),
    points: rowKind.points,
    clock: clockEventsOf(order, steps, pace.step),
    isFilled: (step, channel) => filled[channel]?.[step] === 1,
    inUnits(step, channel, value) {
      const at = (seriesOf[upperBound(starts, step) - 1] ?? 0) * channels + channel;
      return centers[at]! + scales[at]! * value; // one of each series and channel
    },
  };
  return {
    samples,
    channelColumns,
    names: order.names,
    seriesOf,
    centers,
    scales,
    stepOf: steps.stepOf,
    suggestedWindow: suggested,
    notes: [
      ...seriesNotesOf({ dataset, rowKind, order, pace, steps, interpolated, infinite }),
      ...ignoredNotes(ignored),
    ],
  };
}

function channelsOf({ columns }: Dataset, recipe: Recipe, { time, group }: SeriesKind): number[] {
  return columns.flatMap(({ kind }, position) =>
    kind === "number" && position !== time && position !== group && recipe.columns[position]?.role === "feature"
      ? [position]
      : [],
  );
}

/** The columns that were learned, by their names and in their order. */
function channelsBy({ channels }: SeriesBasis, { columns }: Dataset): number[] {
  return channels.map((channel) => {
    const at = columns.findIndex(({ name, kind }) => name === channel && kind === "number");
    if (at < 0) throw new Failure({ code: "model-lacks", values: { column: channel } });
    return at;
  });
}

/** What the person chose, as far as it fits into the longest part; null where nothing was chosen. */
function windowOf({ window }: SeriesKind, starts: Uint32Array): number | null {
  if (window === null || !(window >= 1)) return null;
  let longest = 1;
  for (let part = 0; part + 1 < starts.length; part++) longest = Math.max(longest, starts[part + 1]! - starts[part]!);
  return Math.min(longest, Math.round(window));
}

function strideOf({ stride }: SeriesKind): number | null {
  return stride !== null && stride >= 1 ? Math.round(Math.min(stride, 1e9)) : null;
}

function memoryFor(numbers: number): Float32Array {
  try {
    return new Float32Array(numbers);
  } catch (error) {
    const megabytes = Math.round((numbers * 4) / 1e6);
    throw new Failure({ code: "out-of-memory", values: { megabytes }, detail: String(error) });
  }
}
