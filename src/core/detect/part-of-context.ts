import type { Context } from "./context";

/** The context of a part of the work, whose progress goes from `start` to `end` of the whole. */
export function partOf(context: Context, start: number, end: number): Context {
  return {
    ...context,
    checkpoint: (done, metrics) => context.checkpoint(start + (end - start) * done, metrics),
  };
}
