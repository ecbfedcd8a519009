import type { SeriesSamples } from "../../../core/series/series-samples";
import type { Found } from "../../../core/series/departures";
import { movingMean } from "../../../core/series/moving-mean";
import type { SeriesError } from "./series-error-param";
import { blockOfSteps, linesThrough, type BlockScale, type BlockSeries } from "./block-series";

/** Mean errors, squared or absolute, and mean answers of networks, [blocks, channels]; NaN where none answers. */
export interface BlockAnswers {
  readonly errors: Float64Array;
  readonly expected: Float32Array;
}

/** A channel that is nearly always right must not explode: this share of its variance, or spread, is always a usual error. */
const MIN_USUAL_SHARE = { squared: 0.01, absolute: 0.1 } as const;

/** The mean error of each channel. */
export function usualErrorsOf({ errors }: BlockAnswers, channels: number, error: SeriesError): Float64Array {
  const sums = new Float64Array(channels);
  const counts = new Uint32Array(channels);
  errors.forEach((error, at) => {
    if (Number.isNaN(error)) return;
    sums[at % channels]! += error; // a channel
    counts[at % channels]! += 1; // a channel
  });
  return sums.map((sum, channel) => Math.max(MIN_USUAL_SHARE[error], sum / Math.max(1, counts[channel]!))); // as many
}

/**
 * How far each channel departs at each step: the root of its squared error in usual ones, averaged over `span` steps, or
 * the mean of its absolute ones; 1, as usual, where nothing was answered. And what was answered, in the units of the series.
 */
export function departuresByStep(
  series: SeriesSamples,
  blocks: BlockSeries,
  { errors, expected }: BlockAnswers,
  usual: Float64Array,
  { centers, scales }: BlockScale,
  span: number,
  error: SeriesError,
): Found {
  const { channels } = blocks;
  const ofStep = blockOfSteps(series, blocks);
  const ratios = new Float64Array(series.count * channels);
  for (let step = 0, at = 0; step < series.count; step++)
    for (let channel = 0; channel < channels; channel++, at++) {
      const own = ofStep[step]! < 0 ? NaN : errors[ofStep[step]! * channels + channel]!; // a block of the series
      ratios[at] = Number.isNaN(own) ? 1 : own / usual[channel]!; // one for each channel
    }
  const inUnits = expected.map((value, at) => centers[at % channels]! + value * scales[at % channels]!); // one for each channel
  const means = movingMean(ratios, series, span);
  return {
    departures: error === "squared" ? means.map(Math.sqrt) : means,
    expected: linesThrough(series, blocks, inUnits),
  };
}
