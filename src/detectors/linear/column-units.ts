import type { SamplesBase } from "../../core/detect/samples-base";
import { columnMoments } from "../../core/kernels/column-moments";

/** How columns are made comparable before their directions are sought. */
export interface ColumnUnits {
  readonly centre: Float64Array;
  /** Length of one unit; 0 for a column that never varies, which has no say. */
  readonly unit: Float64Array;
}

/** Rounding to 32 bits makes a constant of this relative size vary. */
const RELATIVE_ROUNDING = 1e-7;

/**
 * Mean of each column, and its standard deviation (of the population) as the unit; the unit is 1 where columns
 * are to keep their own spread.
 */
export async function columnUnits(
  samples: SamplesBase,
  standardise: boolean,
  yieldToEvents: () => Promise<void>,
): Promise<ColumnUnits> {
  const moments = await columnMoments(samples, yieldToEvents);
  const unit = moments.map(({ sd, min, max }) => {
    const varies = sd > RELATIVE_ROUNDING * Math.max(Math.abs(min), Math.abs(max));
    return varies ? (standardise ? sd : 1) : 0;
  });
  return { centre: Float64Array.from(moments, ({ mean }) => mean), unit: Float64Array.from(unit) };
}

/** Rows `from` to `to` counted in units from the centre, one after the other, in `into` or a new array. */
export function inUnits(
  { centre, unit }: ColumnUnits,
  samples: SamplesBase,
  from: number,
  to: number,
  into = new Float64Array((to - from) * samples.width),
): Float64Array {
  const { width } = samples;
  const values = samples.block(from, to);
  for (let at = 0, j = 0; at < values.length; at++, j = j + 1 === width ? 0 : j + 1) {
    const length = unit[j]!; // j < width
    into[at] = length > 0 ? (values[at]! - centre[j]!) / length : 0; // at < count * width
  }
  return into;
}
