import { illegalParameter } from "../../core/data/illegal-parameter";
import type { Recipe } from "../../core/prepare/recipe";
import { autocorrelationOf, firstPeakOf } from "../../core/series/autocorrelation";
import { bucketsOf, envelopeOf, type Buckets } from "../../core/series/envelope";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { channelOf, windowOfPeriod } from "../../core/series/suggest-window";
import { unitsOf, wholeOf } from "../../core/series/whole-series";
import type {
  Autocorrelation,
  ChannelCard,
  Line,
  SeriesCard,
  SeriesOverview,
  SeriesOverviewRequest,
} from "../protocol";
import type { Table } from "../tables";
import { columnLabelsOf, labelledStretches } from "./step-labels";

/** Buckets of all lines together: a thousand series are drawn small. */
const MAX_BUCKETS = 200_000;
const MAX_LAGS = 20_000;
const MAX_LABELLED_WINDOWS = 5000;

export function channelCardsOf(table: Table, { channelColumns }: PreparedSeries): ChannelCard[] {
  return channelColumns.map((column) => ({ column, name: table.dataset.columns[column]?.name ?? "" }));
}

/** The place of a column among the channels. Throws "illegal-parameter" where it is none. */
export function channelAt({ channelColumns }: PreparedSeries, column: number): number {
  const channel = channelColumns.indexOf(column);
  if (channel >= 0) return channel;
  throw illegalParameter("no-channel");
}

/** All series of a table as lines of one channel, and what is known of their steps. */
export function overviewOf(
  table: Table,
  recipe: Recipe,
  prepared: PreparedSeries,
  { channel: column, buckets, strange }: Omit<SeriesOverviewRequest, "dataset" | "recipe">,
): SeriesOverview {
  const { samples, names } = prepared;
  const channel = column === null ? 0 : channelAt(prepared, column);
  const most = Math.max(8, Math.min(buckets, Math.floor(MAX_BUCKETS / names.length)));
  const everyRow = Uint32Array.from({ length: table.dataset.rowCount }, (_, row) => row);
  const labels = columnLabelsOf(table, recipe, prepared, { rows: everyRow, strange: strange ?? null });
  const labelled = labels ? labelledStretches(prepared, labels) : [];
  return {
    channels: channelCardsOf(table, prepared),
    channel: prepared.channelColumns[channel]!, // there is a channel
    series: names.map((name, series): SeriesCard => {
      const { firstPart, endPart, first, end } = wholeOf(prepared, series);
      const gathered = bucketsOf(samples, firstPart, endPart, { from: -Infinity, to: Infinity, most });
      return {
        name,
        steps: end - first,
        parts: endPart - firstPart,
        line: lineOf(prepared, series, channel, gathered),
        labelled: labelled
          .filter(({ from }) => from >= first && from < end)
          .slice(0, MAX_LABELLED_WINDOWS)
          .map(({ from, to }) => ({ from: samples.times[from]!, to: samples.times[to - 1]! })), // steps of this series
      };
    }),
    isClock: samples.isClock,
    unitMs: samples.unitMs,
    step: samples.step,
    period: samples.period,
    periods: samples.periods.map((one) => ({ ...one, window: windowOfPeriod(one.steps) })),
    window: samples.window,
    suggestedWindow: prepared.suggestedWindow,
    stride: samples.stride,
    notes: prepared.notes,
  };
}

function lineOf(prepared: PreparedSeries, series: number, channel: number, buckets: Buckets): Line {
  const { low, high } = rangesOf(prepared, series, channel, buckets);
  return { times: timesOf(prepared, buckets), low, high, breaks: buckets.breaks };
}

/** The first time of each bucket. */
export function timesOf({ samples }: PreparedSeries, { bounds }: Buckets): Float64Array {
  return Float64Array.from({ length: bounds.length - 1 }, (_, bucket) => samples.times[bounds[bucket]!]!); // bucket < length - 1
}

/** The smallest and largest value of a channel per bucket, in the units of its column. */
export function rangesOf(
  prepared: PreparedSeries,
  series: number,
  channel: number,
  buckets: Buckets,
  values = prepared.samples.block(0, prepared.samples.count),
): { readonly low: Float64Array; readonly high: Float64Array } {
  const { width } = prepared.samples;
  const { back } = unitsOf(prepared, series, channel);
  const { low, high } = envelopeOf(buckets, (step) => values[step * width + channel]!); // one value per step and channel
  return { low: low.map(back), high: high.map(back) };
}

/** How the longest part of a series resembles itself some steps later. */
export function autocorrelationFor(prepared: PreparedSeries, series: number, column: number): Autocorrelation {
  const { samples } = prepared;
  const { firstPart, endPart } = wholeOf(prepared, series);
  const lengthOf = (part: number) => (samples.starts[part + 1] ?? 0) - (samples.starts[part] ?? 0);
  let longest = firstPart;
  for (let part = firstPart; part < endPart; part++) if (lengthOf(part) > lengthOf(longest)) longest = part;
  const from = samples.starts[longest] ?? 0;
  const to = endPart > firstPart ? from + lengthOf(longest) : from;
  const own = channelOf(samples.block(0, samples.count), samples.width, channelAt(prepared, column), from, to);
  const correlation = autocorrelationOf(own);
  return {
    correlation: correlation.slice(0, MAX_LAGS + 1),
    period: firstPeakOf(correlation, own.length),
    suggestedWindow: prepared.suggestedWindow,
    step: samples.step,
  };
}
