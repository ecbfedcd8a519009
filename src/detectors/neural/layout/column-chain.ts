import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { clipped, someRows } from "../training/rows";

const MAX_ROWS_CORRELATED = 2000;
const MIN_ROWS_CORRELATED = 50;
/** Products that are worth it; wide tables are evaluated by fewer rows. */
const MAX_PRODUCTS = 4e8;
const MAX_CLIPPED_VALUE = 5;

/**
 * The features in an order where alike ones are neighbours: a greedy chain, each followed by the one of the rest that
 * correlates most with it (absolute values, of some rows, far values cut). It starts with the first feature. Awaits
 * `context.checkpoint(0)` between features.
 */
export async function columnChain(
  samples: SamplesBase,
  random: () => number,
  context: Pick<Context, "checkpoint">,
): Promise<number[]> {
  const { width } = samples;
  const most = Math.max(
    MIN_ROWS_CORRELATED,
    Math.min(MAX_ROWS_CORRELATED, Math.floor((2 * MAX_PRODUCTS) / width ** 2)),
  );
  const rows = someRows(samples, most, random);
  const columns = unitColumns(
    clipped(rows.block(0, rows.count), MAX_CLIPPED_VALUE, new Float32Array(rows.count * width)),
    width,
  );
  const rest = Array.from({ length: width - 1 }, (_, i) => i + 1);
  const chain = [0];
  for (let last = 0; rest.length > 0; chain.push(last)) {
    await context.checkpoint(0);
    let [next, strongest] = [0, -1];
    rest.forEach((feature, i) => {
      const strength = Math.abs(productOf(columns[last], columns[feature]));
      if (strength > strongest) [next, strongest] = [i, strength];
    });
    [last = 0] = rest.splice(next, 1);
  }
  return chain;
}

/** The columns, centred and of length 1, so that their products are correlations; constant ones are all 0. */
function unitColumns(values: Float32Array, width: number): Float32Array[] {
  const rows = values.length / width;
  return Array.from({ length: width }, (_, feature) => {
    const column = Float32Array.from({ length: rows }, (__, row) => values[row * width + feature] ?? 0);
    const mean = column.reduce((sum, value) => sum + value, 0) / rows;
    const length = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0)) || 1;
    return column.map((value) => (value - mean) / length);
  });
}

function productOf(a: Float32Array = new Float32Array(), b: Float32Array = new Float32Array()): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
