import type { Context } from "../../core/detect/context";
import { rowsToFit } from "../../core/detect/rows-to-fit";
import type { SamplesBase } from "../../core/detect/samples-base";
import { kdTreeOf, type KdTree } from "./kd-tree";

/** Pairs of rows times features up to which every row is compared with all: 100,000 rows of 10. */
const MAX_EXACT_WORK = 1.2e11;
/** The same where they are compared with a sample: a quarter of a minute. */
const MAX_SAMPLED_WORK = 8e10;
/** From this many searches on, laying the leaves out for vector instructions pays. */
export const MIN_SEARCHES_FOR_FILTER = 200;
const MIN_REFERENCE_ROWS = 5000;
const MAX_REFERENCE_ROWS = 150_000;

/**
 * The tree of the rows that others are compared with: all, or, where that would take minutes or are more than
 * `limit`, a random sample. Progress runs from 0 to `share`.
 */
export async function referenceSet(
  samples: SamplesBase,
  context: Context,
  share: number,
  limit = MAX_REFERENCE_ROWS,
): Promise<KdTree> {
  const { count, width } = samples;
  const all = count <= limit && count * count * width <= MAX_EXACT_WORK;
  const most = all
    ? count
    : Math.min(limit, Math.max(MIN_REFERENCE_ROWS, Math.floor(MAX_SAMPLED_WORK / (count * width))));
  const rows = rowsToFit(samples, most, context.random);
  if (rows.count < count) context.note({ code: "neighbour.sampled", values: { rows: rows.count, of: count } });
  await context.checkpoint(0);
  return kdTreeOf(rows, () => context.checkpoint(share / 2));
}

/** Neighbours there can be: a row is not its own. */
export function neighboursOf(tree: KdTree, wanted: number): number {
  return Math.max(1, Math.min(wanted, tree.count - 1));
}
