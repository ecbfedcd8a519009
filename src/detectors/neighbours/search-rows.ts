import type { Context } from "../../core/detect/context";
import type { SamplesBase } from "../../core/detect/samples-base";

/** Numbers looked at between two yields: a few milliseconds. */
const WORK_PER_YIELD = 3_000_000;
const ROWS_PER_BLOCK = 256;

/**
 * Visits all samples in order. `visit` returns how many numbers it looked at, which varies too much to be
 * planned; it yields after every few million. Progress runs from `start` to `end`.
 */
export async function searchRows(
  samples: SamplesBase,
  context: Pick<Context, "checkpoint">,
  visit: (values: Float32Array, start: number, row: number) => number,
  [start, end]: readonly [number, number] = [0, 1],
): Promise<void> {
  const { count, width } = samples;
  let work = 0;
  for (let from = 0; from < count; from += ROWS_PER_BLOCK) {
    const to = Math.min(count, from + ROWS_PER_BLOCK);
    const values = samples.block(from, to);
    for (let row = from; row < to; row++) {
      work += visit(values, (row - from) * width, row);
      if (work < WORK_PER_YIELD) continue;
      work = 0;
      await context.checkpoint(start + ((end - start) * (row + 1)) / count);
    }
  }
  await context.checkpoint(end);
}
