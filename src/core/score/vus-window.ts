const MAX_STEPS_COMPARED = 20_000;
const MAX_LAGS_COMPARED = 400;
/** Closer repetitions are noise, farther ones no window. */
const MIN_LAG = 3;
const MAX_WINDOW = 300;
const WINDOW_WHERE_NONE_REPEATS = 125;

/**
 * The longest slope with which TSB-AD evaluates a series: the lag of the highest local peak of its autocorrelation, 125
 * where there is none or it lies too far (find_length_rank of the reference code of TSB-AD; Liu & Paparrizos 2024).
 */
export function vusWindowOf(values: ArrayLike<number>): number {
  const count = Math.min(values.length, MAX_STEPS_COMPARED);
  let mean = 0;
  for (let i = 0; i < count; i++) mean += values[i]! / count; // i < count
  const products = Array.from({ length: Math.min(MAX_LAGS_COMPARED, count - 1) + 1 }, (_, lag) => {
    let sum = 0;
    for (let i = lag; i < count; i++) sum += (values[i]! - mean) * (values[i - lag]! - mean); // i < count
    return sum;
  });
  let best = 0;
  for (let lag = MIN_LAG + 1; lag < products.length - 1; lag++) {
    const here = products[lag]!; // lag < length - 1
    if (here > products[lag - 1]! && here > products[lag + 1]! && (best === 0 || here > products[best]!)) best = lag;
  }
  return best >= 2 * MIN_LAG && best <= MAX_WINDOW + MIN_LAG ? best : WINDOW_WHERE_NONE_REPEATS;
}
