import type { Context } from "../../core/detect/context";
import type { SeriesSamples } from "../../core/series/series-samples";

/** One channel of one series: the numbers at `from` (included), `from` + `stride`, ... to `to` (excluded). */
export interface Lane {
  readonly channel: number;
  readonly from: number;
  readonly to: number;
  readonly stride: number;
}

/** About this many operations are done between two yields. */
const WORK_PER_YIELD = 400_000;

/**
 * Visits each channel of each series, its numbers in order and in pieces, and yields after each piece. `begin` is
 * called once per lane and returns what handles a piece; `cost` is about how many operations one number takes.
 */
export async function forEachLane(
  samples: SeriesSamples,
  context: Context,
  begin: (lane: Lane) => (from: number, to: number) => void,
  { cost = 8, start = 0, end = 1 }: { cost?: number; start?: number; end?: number } = {},
): Promise<void> {
  const { starts, width } = samples;
  const piece = Math.max(1, Math.floor(WORK_PER_YIELD / cost)) * width;
  let done = 0;
  for (let part = 0; part + 1 < starts.length; part++)
    for (let channel = 0; channel < width; channel++) {
      const [from, to] = [starts[part]! * width + channel, starts[part + 1]! * width]; // one more start than parts
      const handle = begin({ channel, from, to, stride: width });
      for (let at = from; at < to; at += piece) {
        const until = Math.min(to, at + piece);
        handle(at, until);
        done += Math.ceil((until - at) / width);
        await context.checkpoint(start + (end - start) * Math.min(1, done / (samples.count * width)));
      }
    }
}
