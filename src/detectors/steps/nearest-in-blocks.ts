import type { Context } from "../../core/detect/context";
import { partOf } from "../../core/detect/part-of-context";
import type { SeriesSamples } from "../../core/series/series-samples";
import { nearestWindows } from "../series/nearest-window";

/** How far each window is from others like it. */
export interface NearestInBlocks {
  /** Of the window that begins at each step, by root mean square. */
  readonly distances: Float64Array;
  /** Where the window begins that is so far from it. */
  readonly nearest: Int32Array;
}

/** Pairs of windows compared at most; of longer series some lags, chosen as if at random. */
const MAX_PAIRS = 100_000_000;
/** In a block of so many ordinary beats there is one like any other. */
const BEATS_PER_BLOCK = 8;
const MAX_BLOCKS = 25;
/** A window of which no other was compared is as near as can be: nothing is known of it. */
const NOTHING_KNOWN = 1e-9;

/**
 * How far each window of one channel is from the nearest in each block of the series, and of these the median: a shape that
 * comes a few times has a twin in a few blocks, and is far from what is in most of them.
 *
 * @param values the whole series, [steps]
 * @param window steps of a window
 */
export async function nearestInBlocks(
  samples: SeriesSamples,
  values: Float32Array,
  window: number,
  context: Context,
): Promise<NearestInBlocks> {
  const count = values.length;
  const own: SeriesSamples = {
    ...samples,
    count,
    width: 1,
    shape: [1],
    starts: Uint32Array.of(0, count),
    block: (from, to) => values.subarray(from, to),
  };
  const windows = count - window + 1;
  const first = Uint32Array.from({ length: windows }, (_, step) => step);
  const blocks = Math.max(1, Math.min(MAX_BLOCKS, Math.floor(count / window / BEATS_PER_BLOCK)));
  const found: { readonly distances: Float32Array; readonly nearest: Int32Array }[] = [];
  for (let block = 0; block < blocks; block++) {
    const [from, to] = [block, block + 1].map((edge) => Math.round((edge * count) / blocks)) as [number, number]; // two edges
    const there = { values: values.subarray(from, to), width: 1, starts: Uint32Array.of(0, to - from) };
    const share = Math.min(1, MAX_PAIRS / (count * count));
    const search = { window, normalise: false, share, place: -from };
    const part = partOf(context, block / blocks, (block + 1) / blocks);
    const nearest = (await nearestWindows(own, first, there, search, part)).map((at) => (at < 0 ? at : from + at));
    found.push({
      nearest,
      distances: Float32Array.from(nearest, (at, step) => distanceOf(values, step, at, window)),
    });
  }
  return middleOf(found, windows);
}

/** Of each window the distance that is the median of all blocks, unknown ones apart. */
function middleOf(
  found: readonly { readonly distances: Float32Array; readonly nearest: Int32Array }[],
  windows: number,
): NearestInBlocks {
  const distances = new Float64Array(windows).fill(NOTHING_KNOWN);
  const nearest = new Int32Array(windows).fill(-1);
  for (let step = 0; step < windows; step++) {
    const known = found.filter((one) => one.nearest[step]! >= 0); // one of each window, and so below
    if (known.length === 0) continue;
    known.sort((one, other) => one.distances[step]! - other.distances[step]!);
    const middle = known[Math.floor(known.length / 2)]!; // not empty
    distances[step] = Math.max(NOTHING_KNOWN, middle.distances[step]!);
    nearest[step] = middle.nearest[step]!;
  }
  return { distances, nearest };
}

function distanceOf(values: Float32Array, one: number, other: number, length: number): number {
  if (other < 0) return 0;
  let sum = 0;
  for (let at = 0; at < length; at++) sum += (values[one + at]! - values[other + at]!) ** 2; // both fit
  return Math.sqrt(sum / length);
}
