import { forEachBlock } from "../../../core/detect/blocks";
import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";

/** The smallest value of each feature and how far its largest lies above; 1 where all are equal. */
export interface ColumnRange {
  readonly low: Float32Array;
  readonly span: Float32Array;
}

/** The ranges of all samples; there must be one. */
export async function columnRangeOf(samples: SamplesBase, context: Context): Promise<ColumnRange> {
  const low = new Float32Array(samples.width).fill(Infinity);
  const high = new Float32Array(samples.width).fill(-Infinity);
  const visit = (values: Float32Array) => {
    for (let at = 0; at < values.length; at += samples.width)
      for (let j = 0; j < samples.width; j++) {
        const value = values[at + j] ?? 0;
        low[j] = Math.min(low[j] ?? value, value);
        high[j] = Math.max(high[j] ?? value, value);
      }
  };
  await forEachBlock(samples, context, visit, { end: 0 });
  return { low, span: high.map((top, j) => top - (low[j] ?? 0) || 1) };
}

/** The samples as shares of the range: 0 is the smallest value that it was taken from, 1 the largest. */
export function sharesOfRange(samples: SamplesBase, { low, span }: ColumnRange): SamplesBase {
  const { width } = samples;
  return {
    ...samples,
    block: (from, to) =>
      samples.block(from, to).map((value, i) => (value - (low[i % width] ?? 0)) / (span[i % width] ?? 1)),
  };
}
