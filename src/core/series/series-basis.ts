import type { SeriesPeriod, SeriesSamples } from "./series-samples";

/** What series teach of how others like them are seen: plain data. Series are known again by their names. */
export interface SeriesBasis {
  readonly names: readonly string[];
  /** The channels by their names, in their order. */
  readonly channels: readonly string[];
  /** Of [series, channels], as of `PreparedSeries`. */
  readonly centers: Float64Array;
  readonly scales: Float64Array;
  readonly periods: readonly SeriesPeriod[];
  readonly window: number;
}

/** What prepared series teach. */
export function seriesBasisOf({
  samples,
  names,
  centers,
  scales,
}: Pick<SeriesBasis, "names" | "centers" | "scales"> & { readonly samples: SeriesSamples }): SeriesBasis {
  return { names, channels: samples.features, centers, scales, periods: samples.periods, window: samples.window };
}

/** Centre and spread of one channel of a series; a spread of 0 where it does not vary. */
export interface ChannelScale {
  readonly mean: number;
  readonly sd: number;
}

/**
 * The scale that a channel was learned with; the only one there is serves series of any name, and `own` serves where
 * several were learned and this is none of them. A channel that stood still where it was learned is measured by how much
 * it varies now, or that it began to move would not be seen.
 */
export function learnedScale(
  basis: SeriesBasis,
  name: string,
  [channel, channels]: readonly [number, number],
  own: ChannelScale,
): ChannelScale {
  const series = basis.names.length === 1 ? 0 : basis.names.indexOf(name);
  if (series < 0) return own;
  const at = series * channels + channel;
  const [mean, sd] = [basis.centers[at] ?? own.mean, basis.scales[at] ?? 0];
  return { mean, sd: sd > 0 ? sd : own.sd };
}
