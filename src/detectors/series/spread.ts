import { selectQuantiles } from "../../core/math/quantile-select";
import { MAD_TO_SD, MEAN_DEVIATION_TO_SD } from "../../core/score/summary";

/**
 * The usual size of deviations, as a standard deviation: from their median where that is not 0, else from their mean;
 * 1 where all are 0. Reorders `deviations`.
 */
export function usualSize(deviations: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < deviations.length; i++) sum += deviations[i] = Math.abs(deviations[i]!); // i < length
  const [median = 0] = selectQuantiles(deviations, [0.5]);
  if (median > 0) return MAD_TO_SD * median;
  return sum > 0 ? (MEAN_DEVIATION_TO_SD * sum) / deviations.length : 1;
}
