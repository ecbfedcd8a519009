import type { SamplesBase } from "../../core/detect/samples-base";
import { momentsOf } from "../../core/math/moments";
import { selectQuantiles } from "../../core/math/quantile-select";
import type { ColumnUnits } from "./column-units";

/** Rounding to 32 bits makes a constant of this relative size vary. */
const RELATIVE_ROUNDING = 1e-7;
/** The interquartile range of a standard normal distribution. */
const NORMAL_IQR = 1.349;

/** Median and interquartile range of each column; the standard deviation where the middle half is one value. */
export async function robustUnits(samples: SamplesBase, yieldToEvents: () => Promise<void>): Promise<ColumnUnits> {
  const { count, width } = samples;
  const centre = new Float64Array(width);
  const unit = new Float64Array(width);
  const column = new Float64Array(count);
  const all = samples.block(0, count);
  for (let feature = 0; feature < width; feature++) {
    for (let row = 0; row < count; row++) column[row] = all[row * width + feature]!; // row < count
    const { sd, min, max } = momentsOf(column);
    const least = RELATIVE_ROUNDING * Math.max(Math.abs(min), Math.abs(max));
    const [q25 = 0, median = 0, q75 = 0] = selectQuantiles(column, [0.25, 0.5, 0.75]);
    const spread = (q75 - q25) / NORMAL_IQR;
    centre[feature] = median;
    unit[feature] = sd > least ? (spread > least ? spread : sd) : 0;
    await yieldToEvents();
  }
  return { centre, unit };
}
