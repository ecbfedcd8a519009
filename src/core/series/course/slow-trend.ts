import { medianOf } from "./robust";

/** Blocks whose medians the trend follows, at most. */
const MAX_BLOCKS = 100;
/** With fewer blocks there is no trend to tell from a stretch. */
const MIN_BLOCKS = 8;
/** A stretch of less than a quarter of this share of the series does not bend the trend, not even at an end. */
const WIDTH = 0.8;

/**
 * The slow trend of `values`: medians of blocks of whole seasons, a straight line through them that strays do not turn
 * (Theil 1950, Sen 1968), and what is left of it smoothed by a running median over four fifths of the series. n log n.
 */
export function slowTrend(values: Float64Array, season: number): Float64Array {
  const count = values.length;
  const size = Math.max(1, season) * Math.max(1, Math.ceil(count / MAX_BLOCKS / Math.max(1, season)));
  const blocks = Math.floor(count / size);
  if (blocks < MIN_BLOCKS) return new Float64Array(count).fill(medianOf(values));
  const medians = Float64Array.from({ length: blocks }, (_, block) =>
    medianOf(values.subarray(block * size, (block + 1) * size)),
  );
  const slope = slopeOf(medians);
  const flat = medians.map((median, block) => median - slope * block);
  const half = Math.max(1, Math.round((WIDTH * blocks) / 2));
  const smooth = flat.map((_, block) =>
    medianOf(flat.subarray(Math.max(0, block - half), Math.min(blocks, block + half + 1))),
  );
  return Float64Array.from({ length: count }, (_, step) => {
    const place = Math.min(blocks - 1, Math.max(0, (step + 0.5) / size - 0.5));
    const before = Math.min(blocks - 2, Math.floor(place));
    const share = place - before;
    return smooth[before]! * (1 - share) + smooth[before + 1]! * share + slope * ((step + 0.5) / size - 0.5); // two blocks
  });
}

function slopeOf(medians: Float64Array): number {
  const slopes: number[] = [];
  for (let one = 0; one < medians.length; one++)
    for (let other = one + 1; other < medians.length; other++)
      slopes.push((medians[other]! - medians[one]!) / (other - one)); // both below length
  return medianOf(slopes);
}
