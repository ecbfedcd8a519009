import { flaggedStretches, type FlaggedStretch } from "../../core/series/flagged-stretches";
import { NO_ROW } from "../../core/series/series-samples";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { seriesAt, unitsOf, wholeOf } from "../../core/series/whole-series";
import type { Expectation } from "./expected";
import type { Stretch, Stretches, StretchesRequest } from "../protocol";
import type { StoredRun } from "../stored-run";

const MAX_STRETCHES = 5000;
const MAX_CHANNELS = 5;

/** The flagged steps of a run as stretches, the highest peak first, each with the channels that depart most. */
export function stretchesOfRun(
  run: StoredRun,
  prepared: PreparedSeries,
  expectation: Expectation,
  request: StretchesRequest,
): Stretches {
  const { scores } = run.result;
  const found = flaggedStretches(prepared.samples, scores, request.threshold, request);
  return {
    stretches: found.slice(0, MAX_STRETCHES).map((stretch) => describeStretch(stretch, scores, prepared, expectation)),
    total: found.length,
    peaks: Float64Array.from(prepared.names, (_, series) => highestScore(prepared, series, scores)),
  };
}

function highestScore(prepared: PreparedSeries, series: number, scores: Float64Array): number {
  const { first, end } = wholeOf(prepared, series);
  let highest = NaN;
  for (let step = first; step < end; step++) {
    const row = prepared.samples.origin[step]!; // step < count
    const score = row === NO_ROW ? NaN : scores[row]!; // one score per row
    if (!Number.isNaN(score) && !(score <= highest)) highest = score;
  }
  return highest;
}

function describeStretch(
  { from, to, peak, flagged }: FlaggedStretch,
  scores: Float64Array,
  prepared: PreparedSeries,
  expectation: Expectation,
): Stretch {
  const { origin, times } = prepared.samples;
  const peakRow = origin[peak]!; // the ends and the peak are flagged, so they have rows
  return {
    series: seriesAt(prepared, from),
    from: times[from]!,
    to: times[to - 1]!,
    steps: to - from,
    flagged,
    firstRow: origin[from]!,
    lastRow: origin[to - 1]!,
    peak: scores[peakRow]!,
    peakTime: times[peak]!,
    peakRow,
    channels: departuresOf(from, to, prepared, expectation),
  };
}

/** How far each channel departs from what was expected, or from its mean where nothing was, in usual departures. */
function departuresOf(
  from: number,
  to: number,
  prepared: PreparedSeries,
  { values: expected, spreads }: Expectation,
): Stretch["channels"] {
  const { samples, channelColumns } = prepared;
  const { width } = samples;
  const series = seriesAt(prepared, from);
  const actual = samples.block(from, to);
  const ahead = (at: number) => (expected ? expected[from * width + at]! : 0);
  const departures = channelColumns.map((column, channel) => {
    const spread = spreads[series * width + channel]! || 1; // one spread per series and channel
    let [squares, farthest, most] = [0, channel, -1];
    for (let at = channel; at < actual.length; at += width) {
      const departure = Math.abs(actual[at]! - ahead(at)) / spread; // at < length
      if (Number.isNaN(departure)) continue;
      squares += departure * departure;
      if (departure > most) [most, farthest] = [departure, at];
    }
    const { back } = unitsOf(prepared, series, channel);
    const foreseen = ahead(farthest);
    return {
      column,
      squares,
      actual: back(actual[farthest]!),
      expected: back(Number.isNaN(foreseen) ? 0 : foreseen),
      times: Math.max(0, most),
    };
  });
  const total = departures.reduce((sum, { squares }) => sum + squares, 0);
  return departures
    .sort((a, b) => b.squares - a.squares)
    .slice(0, MAX_CHANNELS)
    .map(({ squares, ...told }) => ({ ...told, share: total > 0 ? squares / total : 0 }));
}
