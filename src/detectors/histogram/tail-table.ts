import { requireSamples } from "../../core/detect/require-samples";
import type { Context } from "../../core/detect/context";
import type { SamplesBase } from "../../core/detect/samples-base";
import { upperBound } from "../../core/math/sort";

import { momentsOf } from "../../core/math/moments";
/**
 * The empirical distribution of every column, one column's knots after the other: values in ascending
 * order, each with the number of fitted rows below it and the number up to and including it.
 */
export interface TailTable {
  readonly rows: number;
  /** First knot of each column, and the end of the last: width + 1 numbers. */
  readonly starts: Uint32Array;
  readonly knots: Float32Array;
  readonly below: Uint32Array;
  readonly upTo: Uint32Array;
  /** Sign of each column's skewness: 1 where the long tail is on the right, 0 where there is none. */
  readonly skew: Int8Array;
  readonly median: Float32Array;
}

/** -log of the share of fitted rows that lie at least as far out, on the left and on the right. */
export interface Tails {
  left: number;
  right: number;
}

/** A column with more different values than this keeps all of them in its tails and every n-th between. */
const MAX_KNOTS = 16_384;
const KNOTS_PER_TAIL = 4_096;

/** Sorts every column once; memory grows with 16,384 knots a column at most, not with the rows. */
export async function fitTailTable(samples: SamplesBase, context: Context): Promise<TailTable> {
  requireSamples(samples);
  const { count, width } = samples;
  const all = samples.block(0, count);
  const starts = new Uint32Array(width + 1);
  const skew = new Int8Array(width);
  const median = new Float32Array(width);
  const columns: Knots[] = [];
  const sorted = new Float32Array(count);
  for (let feature = 0; feature < width; feature++) {
    for (let row = 0; row < count; row++) sorted[row] = all[row * width + feature]!; // row < count
    skew[feature] = signOfSkew(sorted);
    sorted.sort();
    median[feature] = sorted[count >>> 1]!; // count > 0
    const column = knotsOf(sorted);
    columns.push(column);
    starts[feature + 1] = starts[feature]! + column.knots.length; // feature < width
    await context.checkpoint((feature + 1) / width);
  }
  const total = starts[width]!; // width + 1 entries
  const table = { knots: new Float32Array(total), below: new Uint32Array(total), upTo: new Uint32Array(total) };
  columns.forEach(({ knots, below, upTo }, feature) => {
    const at = starts[feature]!; // feature < width
    table.knots.set(knots, at);
    table.below.set(below, at);
    table.upTo.set(upTo, at);
  });
  return { rows: count, starts, skew, median, ...table };
}

/**
 * Writes to `tails` how far out `value` lies in column `feature`. Ties count on both sides, as in #(X <= x).
 * A value beyond all fitted ones counts as if it had been fitted with them: 1 of n + 1. Between two knots
 * that others were left out of, ranks are interpolated.
 */
export function tailsAt(table: TailTable, feature: number, value: number, tails: Tails): void {
  const { rows, knots, below, upTo } = table;
  const start = table.starts[feature]!; // feature < width
  const end = table.starts[feature + 1]!; // one more start than features
  const next = lastAtMost(knots, start, end, value) + 1;
  const at = next - 1;
  let left: number;
  let right: number;
  if (at >= start && knots[at] === value) {
    left = upTo[at]!; // start <= at < end
    right = rows - below[at]!; // start <= at < end
  } else {
    const from = at < start ? 0 : upTo[at]!; // at < end
    const to = next < end ? below[next]! : rows; // next is a knot
    left = to > from ? from + ((to - from) * (value - knots[at]!)) / (knots[next]! - knots[at]!) : from; // both are knots
    right = rows - left;
  }
  const least = rows / (rows + 1);
  tails.left = Math.log(rows / Math.max(left, least));
  tails.right = Math.log(rows / Math.max(right, least));
}

function lastAtMost(knots: Float32Array, start: number, end: number, value: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (knots[middle]! <= value)
      low = middle + 1; // middle < end
    else high = middle;
  }
  return low - 1;
}

interface Knots {
  readonly knots: Float32Array;
  readonly below: Uint32Array;
  readonly upTo: Uint32Array;
}

function knotsOf(sorted: Float32Array): Knots {
  const count = sorted.length;
  const different = differentIn(sorted);
  const step = different > MAX_KNOTS ? Math.ceil(count / (MAX_KNOTS - 2 * KNOTS_PER_TAIL)) : 1;
  const most = Math.min(different, MAX_KNOTS);
  const knots = new Float32Array(most);
  const below = new Uint32Array(most);
  const upTo = new Uint32Array(most);
  let found = 0;
  let wanted = 0;
  for (let from = 0; from < count;) {
    const value = sorted[from]!; // from < count
    const to = from + 1 < count && sorted[from + 1] === value ? upperBound(sorted, value) : from + 1;
    if (step === 1 || to > wanted || from < KNOTS_PER_TAIL || to > count - KNOTS_PER_TAIL) {
      knots[found] = value;
      below[found] = from;
      upTo[found++] = to;
      wanted = to + step - 1;
    }
    from = to;
  }
  return { knots: knots.slice(0, found), below: below.slice(0, found), upTo: upTo.slice(0, found) };
}

function differentIn(sorted: Float32Array): number {
  let different = 1;
  for (let row = 1; row < sorted.length; row++) if (sorted[row] !== sorted[row - 1]) different++;
  return different;
}

/** Sign of the third central moment; 0 for a column that never varies or is symmetric to the last digits. */
function signOfSkew(values: Float32Array): number {
  const { mean, sd } = momentsOf(values);
  if (!(sd > 0)) return 0;
  let sum = 0;
  for (let row = 0; row < values.length; row++) sum += ((values[row]! - mean) / sd) ** 3; // row < length
  return Math.abs(sum) <= 1e-9 * values.length ? 0 : Math.sign(sum);
}
