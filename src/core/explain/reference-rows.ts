import type { SamplesBase } from "../detect/samples-base";
import { selectQuantiles } from "../math/quantile-select";
import { rankScores } from "../score/rank";

const REFERENCE_ROWS = 30;
const ROWS_FOR_MEDIAN = 200;
/** Above this many features a row of medians stands for the ordinary rows. */
const MAX_FEATURES_FOR_ROWS = 200;

/**
 * Typical samples to replace features by, one after the other: 30 of the calmer half, spread evenly over
 * its scores, or their row of medians when there are more than 200 features. `scores` has one score per sample.
 */
export function referenceRows(samples: SamplesBase, scores: Float64Array): Float32Array {
  const { width } = samples;
  const { order } = rankScores(scores);
  const calm = order.subarray(Math.floor(order.length / 2));
  const wanted = Math.min(calm.length, width > MAX_FEATURES_FOR_ROWS ? ROWS_FOR_MEDIAN : REFERENCE_ROWS);
  const rows = new Float32Array(wanted * width);
  for (let i = 0; i < wanted; i++) {
    const sample = calm[Math.floor(((i + 0.5) * calm.length) / wanted)]!; // i < wanted <= calm.length
    rows.set(samples.block(sample, sample + 1), i * width);
  }
  return width > MAX_FEATURES_FOR_ROWS ? medianRow(rows, width) : rows;
}

function medianRow(rows: Float32Array, width: number): Float32Array {
  const column = new Float64Array(rows.length / width);
  return Float32Array.from({ length: width }, (_, feature) => {
    for (let row = 0; row < column.length; row++) column[row] = rows[row * width + feature]!; // row < count
    return selectQuantiles(column, [0.5])[0] ?? 0;
  });
}
