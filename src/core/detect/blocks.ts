import type { Context } from "./context";
import type { SamplesBase } from "./samples-base";

/** About this many numbers are handled between two yields: a few milliseconds of arithmetic. */
const CELLS_PER_BLOCK = 65_536;

/**
 * Visits all samples, block by block and in order, and yields after each block. `visit` gets the numbers
 * of samples `from` (included) to `to` (excluded); `cost` says how heavy one number is, 1 being a few
 * operations. Progress runs from `start` to `end`.
 */
export async function forEachBlock(
  samples: SamplesBase,
  context: Context,
  visit: (values: Float32Array, from: number, to: number) => void,
  { cost = 1, start = 0, end = 1 }: { cost?: number; start?: number; end?: number } = {},
): Promise<void> {
  const step = Math.max(1, Math.floor(CELLS_PER_BLOCK / (cost * Math.max(1, samples.width))));
  for (let from = 0; from < samples.count; from += step) {
    const to = Math.min(samples.count, from + step);
    visit(samples.block(from, to), from, to);
    await context.checkpoint(start + (end - start) * (to / samples.count));
  }
}
