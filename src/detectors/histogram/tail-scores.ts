import { forEachBlock } from "../../core/detect/blocks";
import type { Context } from "../../core/detect/context";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import type { PreparePreference } from "../../core/prepare/recipe";
import { tailsAt, type Tails, type TailTable } from "./tail-table";

export const tailPreference: PreparePreference = {
  scale: "standard",
  encode: "rare-level",
  why: { code: "histogram.ranks" },
};

/** What one column adds to the score, from its two tails and the sign of its skewness. */
export type TailTerm = (tails: Tails, skew: number) => number;

/** The sum over the columns of what each adds. */
export async function scoreTails(
  table: TailTable,
  samples: SamplesBase,
  termOf: TailTerm,
  context: Context,
): Promise<Float64Array> {
  const { width } = samples;
  const scores = new Float64Array(samples.count);
  const tails = { left: 0, right: 0 };
  await forEachBlock(
    samples,
    context,
    (values, from, to) => {
      // Columns in the outer loop, so that the knots of one stay in the cache.
      for (let feature = 0; feature < width; feature++) {
        const skew = table.skew[feature]!; // feature < width
        for (let row = from, at = feature; row < to; row++, at += width) {
          tailsAt(table, feature, values[at]!, tails); // a value per row and feature
          scores[row] = scores[row]! + termOf(tails, skew); // row < count
        }
      }
    },
    { cost: 4 },
  );
  return scores;
}

/** What each column adds, in natural logarithms of rarity, beside its median: the sum is the score. */
export function explainTails(table: TailTable, samples: SamplesBase, termOf: TailTerm): Attribution[] {
  const tails = { left: 0, right: 0 };
  return Array.from({ length: samples.count }, (_, sample) => {
    const row = samples.block(sample, sample + 1);
    const values = Float32Array.from(row, (value, feature) => {
      tailsAt(table, feature, value, tails);
      return termOf(tails, table.skew[feature]!); // a feature of the table
    });
    return { over: "features", values, expected: table.median.slice(), additive: true };
  });
}

/** The tail that the column's skewness points to; both where there is none, as in the authors' code. */
export function skewedTail({ left, right }: Tails, skew: number): number {
  if (skew > 0) return right;
  return skew < 0 ? left : left + right;
}
