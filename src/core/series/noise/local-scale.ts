import { medianOf, sizeOf } from "../course/robust";

/** Steps of a block, fewer where the series is short. */
const MAX_BLOCK = 32;
const MIN_BLOCK = 12;
const BLOCKS_WITHIN = 12;
/** Blocks on each side that are asked, too. */
const BLOCKS_AROUND = 2;
/** What is wider by less is so by chance. */
const MIN_WIDER = 1.15;

/**
 * How many times as wide as usual numbers vary around a step, at least 1: noise often comes in waves. It is measured from
 * the median of the steps around, so that a stretch at another level is not wide. Linear.
 */
export function localScale(values: Float64Array): Float64Array {
  const count = values.length;
  const length = Math.max(MIN_BLOCK, Math.min(MAX_BLOCK, Math.floor(count / BLOCKS_WITHIN)));
  const blocks = Math.floor(count / length);
  const scale = new Float64Array(count).fill(1);
  if (blocks <= 2 * BLOCKS_AROUND + 1) return scale;
  const sizes = Float64Array.from({ length: blocks }, (_, block) => {
    const own = values.slice(block * length, (block + 1) * length);
    const middle = medianOf(own);
    return sizeOf(own.map((value) => value - middle));
  });
  const usual = medianOf(sizes);
  if (!(usual > 0)) return scale;
  const smooth = sizes.map((_, block) =>
    Math.max(
      1,
      medianOf(sizes.subarray(Math.max(0, block - BLOCKS_AROUND), block + BLOCKS_AROUND + 1)) / usual / MIN_WIDER,
    ),
  );
  return scale.map((_, step) => smooth[Math.min(blocks - 1, Math.floor(step / length))]!); // a block
}
