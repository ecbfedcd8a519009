import { bucketsOf } from "../../core/series/envelope";
import { NO_ROW } from "../../core/series/series-samples";
import type { PreparedSeries } from "../../core/series/series-samples-of";
import { seriesAt, unitsOf, wholeOf } from "../../core/series/whole-series";
import type { Expectation } from "./expected";
import type { SeriesDetail, SeriesDetailRequest, StepAt } from "../protocol";
import { channelAt, channelCardsOf, rangesOf, timesOf } from "./series-overview";
import type { StoredRun } from "../stored-run";

const MAX_CHANNELS = 20;

/** Where a row lies in its series; null where it has no step. */
export function stepAt(series: PreparedSeries, row: number): StepAt | null {
  const step = series.stepOf[row] ?? NO_ROW;
  return step === NO_ROW ? null : { series: seriesAt(series, step), time: series.samples.times[step]! }; // a step
}

/** A stretch of a series: what was there, what was expected, and the scores, gathered into buckets. */
export function detailOf(
  run: StoredRun,
  prepared: PreparedSeries,
  expectation: Expectation,
  request: SeriesDetailRequest,
): SeriesDetail {
  const { samples } = prepared;
  const { series, from, to } = request;
  const { firstPart, endPart } = wholeOf(prepared, series);
  const buckets = bucketsOf(samples, firstPart, endPart, {
    from: from ?? -Infinity,
    to: to ?? Infinity,
    most: Math.max(1, Math.min(100_000, request.buckets)),
  });
  const { bounds, breaks } = buckets;
  const scores = new Float64Array(bounds.length - 1).fill(NaN);
  const rows = new Uint32Array(scores.length).fill(NO_ROW);
  for (let bucket = 0; bucket < scores.length; bucket++)
    for (let step = bounds[bucket]!; step < bounds[bucket + 1]!; step++) {
      const row = samples.origin[step]!; // step < count
      const score = row === NO_ROW ? NaN : run.result.scores[row]!; // one score per row
      if (Number.isNaN(score) || score <= scores[bucket]!) continue;
      scores[bucket] = score;
      rows[bucket] = row;
    }
  const cards = channelCardsOf(run.table, prepared);
  const shown = request.channels?.map((column) => cards[channelAt(prepared, column)]!) ?? cards;
  return {
    times: timesOf(prepared, buckets),
    breaks,
    scores,
    rows,
    channels: shown.slice(0, MAX_CHANNELS).map((card) => {
      const channel = channelAt(prepared, card.column);
      const spread = expectation.spreads[series * samples.width + channel] ?? 0;
      const expected = expectation.values && {
        ...rangesOf(prepared, series, channel, buckets, expectation.values),
        spread: spread * unitsOf(prepared, series, channel).scale,
      };
      return { ...card, ...rangesOf(prepared, series, channel, buckets), expected };
    }),
  };
}
