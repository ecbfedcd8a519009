import type { SeriesSamples } from "./series-samples";

/** What a series is like, measured without a label: it decides which detectors rank its steps. */
export interface SeriesTraits {
  /** How many channels are measured side by side. */
  readonly channels: number;
  /** How much of a usual window its nearest twin elsewhere explains: 1 where it happens again exactly, 0 or less in noise. */
  readonly repeats: number;
  /** Whether it has an exact period, and so many of them that what comes at each phase is known. */
  readonly seasonal: boolean;
}

type Traced = Pick<SeriesSamples, "starts" | "window" | "width" | "count" | "period" | "block">;

/** Among fewer windows side by side than this a twin is missing, or met, by chance. */
const MIN_WINDOWS_SIDE_BY_SIDE = 16;
/** Windows whose twins are looked for. */
const WINDOWS_LOOKED_AT = 24;
/** A phase that came less often has no median to speak of. */
const MIN_SEASONS = 8;
/** Squares between two yields. */
const WORK_PER_YIELD = 2_000_000;

/**
 * Compares windows spread evenly over the series with every other one that overlaps them by less than half: 1 - the median
 * squared distance to the nearest over the median square of the windows themselves. No period is needed, so that
 * heartbeats repeat as well as days do. Most pairs are given up after a few steps.
 */
export async function seriesTraitsOf(
  { starts, window, width, count, period, block }: Traced,
  checkpoint: (done: number) => Promise<void> = async () => undefined,
): Promise<SeriesTraits> {
  const values = block(0, count);
  const places = placesIn(starts, window);
  const spacing = Math.max(1, Math.floor(places.length / WINDOWS_LOOKED_AT));
  const size = window * width;
  const [own, nearest]: [number[], number[]] = [[], []];
  for (let at = Math.floor(spacing / 2), work = 0; at < places.length; at += spacing) {
    const from = places[at]!; // at < length
    const here = values.subarray(from * width, from * width + size);
    let least = Infinity;
    for (const other of places) {
      if (Math.abs(other - from) < window / 2) continue;
      let [square, step] = [0, 0];
      for (const begin = other * width; step < size && square < least; step++)
        square += (here[step]! - values[begin + step]!) ** 2; // within both
      least = Math.min(least, square);
      work += step;
    }
    if (least < Infinity) {
      own.push(here.reduce((sum, value) => sum + value * value, 0));
      nearest.push(least);
    }
    if (work < WORK_PER_YIELD) continue;
    work = 0;
    await checkpoint(at / places.length);
  }
  const usual = count >= MIN_WINDOWS_SIDE_BY_SIDE * window ? middleOf(own) : 0;
  return {
    channels: width,
    seasonal: period !== null && count >= MIN_SEASONS * period,
    repeats: usual > 0 ? 1 - middleOf(nearest) / usual : 0,
  };
}

/** Where windows may begin. */
function placesIn(starts: Uint32Array, window: number): number[] {
  const places: number[] = [];
  for (let part = 0; part + 1 < starts.length; part++)
    for (let at = starts[part]!; at + window <= starts[part + 1]!; at++) places.push(at); // part + 1 < length
  return places;
}

function middleOf(values: number[]): number {
  return values.sort((one, other) => one - other)[values.length >> 1] ?? 0;
}
