import type { Context } from "../../core/detect/context";
import { lowerBound, upperBound } from "../../core/math/sort";
import type { SeriesSamples } from "../../core/series/series-samples";

/** A series in which neighbours are looked for: its numbers, [count, width], and where windows fit. */
export interface WindowSeries {
  readonly values: Float32Array;
  readonly width: number;
  readonly starts: Uint32Array;
}

export interface Search {
  /** Steps of a window. */
  readonly window: number;
  /** Whether windows are compared in shape alone, each scaled to mean 0 and standard deviation 1. */
  readonly normalise: boolean;
  /** Share of all lags that are looked at, 0 to 1. */
  readonly share: number;
  /** Where the first step of the windows lies in the series, so that no window finds itself; null: it is another series. */
  readonly place: number | null;
}

const NO_WINDOW = -1;

/** About this many operations are done between two yields. */
const WORK_PER_YIELD = 2_000_000;

/**
 * For each window of `samples` that begins at one of `first`, where the most similar window of the series begins, NO_WINDOW
 * where none can be compared; windows less than half a window apart are never compared. Walks along the lags between
 * the two, each step of which changes a running product by two numbers, as SCRIMP does: count x count x channels.
 */
export async function nearestWindows(
  samples: SeriesSamples,
  first: Uint32Array,
  series: WindowSeries,
  search: Search,
  context: Context,
): Promise<Int32Array> {
  const { window, normalise, share, place } = search;
  const { width, count } = samples;
  const own = samples.block(0, count);
  const other = series.values;
  const otherCount = other.length / width;
  const here = momentsOfWindows({ values: own, width, starts: samples.starts }, window);
  const there = momentsOfWindows(series, window);
  const nearest = new Int32Array(first.length).fill(NO_WINDOW);
  const best = new Float64Array(first.length).fill(Infinity);
  const squares = new Float64Array(first.length);

  const squareOf = (a: number, b: number, product: number): number => {
    if (!normalise) return here.squares[a]! + there.squares[b]! - 2 * product; // a, b are numbers of the two
    const spread = here.sd[a]! * there.sd[b]!; // one for each window
    const flat = here.sd[a]! + there.sd[b]! === 0 ? 1 : 0; // one for each window
    return 2 * window * (1 - (spread > 0 ? (product / window - here.mean[a]! * there.mean[b]!) / spread : flat)); // one for each window
  };

  let work = 0;
  for (let lag = window - otherCount; lag <= count - window; lag++) {
    const apart = lag + (place ?? 0);
    if ((place !== null && Math.abs(apart) < window / 2) || !isLooked(apart, share)) continue;
    const begin = lowerBound(first, Math.max(0, lag));
    const end = upperBound(first, Math.min(count, otherCount + lag) - window);
    squares.fill(0, begin, end);
    const [shift, far] = [lag * width, window * width];
    for (let channel = 0; channel < width; channel++) {
      let product = 0;
      let at = (first[begin] ?? 0) * width + channel;
      if (begin < end) for (const to = at + far; at < to; at += width) product += own[at]! * other[at - shift]!; // in both, and so below
      at -= far;
      for (let one = begin; one < end; one++) {
        for (const to = first[one]! * width + channel; at < to; at += width)
          product += own[at + far]! * other[at + far - shift]! - own[at]! * other[at - shift]!;
        squares[one]! += squareOf(at, at - shift, product);
      }
    }
    for (let one = begin; one < end; one++) {
      const step = first[one]!; // one < length
      if (squares[one]! >= best[one]! || !here.fits[step] || !there.fits[step - lag]) continue;
      best[one] = squares[one]!;
      nearest[one] = step - lag;
    }
    work += (end > begin ? first[end - 1]! - first[begin]! + window : 1) * width;
    if (work < WORK_PER_YIELD) continue;
    work = 0;
    await context.checkpoint((lag + otherCount) / (count + otherCount));
  }
  await context.checkpoint(1);
  return nearest;
}

/** Chooses lags as if at random, but the same ones whatever stretch of a series is looked at. */
function isLooked(lag: number, share: number): boolean {
  let hash = Math.imul(lag ^ (lag >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return share >= 1 || ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < share;
}

interface WindowMoments {
  /** By step: 1 where a window that begins there fits into its series. */
  readonly fits: Uint8Array;
  /** Of the window that begins at each step, by channel. */
  readonly squares: Float64Array;
  readonly mean: Float64Array;
  readonly sd: Float64Array;
}

/** A spread that is this small, or this small beside the level, is rounding. */
const MAX_ROUNDED_SPREAD = 1e-6;

function momentsOfWindows({ values, width, starts }: WindowSeries, window: number): WindowMoments {
  const count = values.length / width;
  const fits = new Uint8Array(count);
  for (let part = 0; part + 1 < starts.length; part++)
    fits.fill(1, starts[part], Math.max(starts[part]!, starts[part + 1]! - window + 1)); // part + 1 < length
  const squares = new Float64Array(values.length);
  const mean = new Float64Array(values.length);
  const sd = new Float64Array(values.length);
  for (let at = 0; at < width; at++) {
    let [sum, square] = [0, 0];
    for (let step = 0; step < count; step++) {
      const entering = values[step * width + at]!; // step < count
      const leaving = step < window ? 0 : values[(step - window) * width + at]!; // step >= window
      sum += entering - leaving;
      square += entering ** 2 - leaving ** 2;
      if (step < window - 1) continue;
      const begin = (step - window + 1) * width + at;
      const middle = sum / window;
      const variance = square / window - middle ** 2;
      squares[begin] = square;
      mean[begin] = middle;
      sd[begin] = variance > (MAX_ROUNDED_SPREAD * middle) ** 2 + MAX_ROUNDED_SPREAD ** 2 ? Math.sqrt(variance) : 0;
    }
  }
  return { fits, squares, mean, sd };
}
