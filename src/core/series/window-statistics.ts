/** What is told of one channel of a window; the names stand behind the channel's: "cpu: mean". */
export const WINDOW_STATISTICS = [
  "mean",
  "std",
  "min",
  "max",
  "median",
  "slope",
  "mean |diff|",
  "max |diff|",
  "last",
  "last - first",
] as const;

/** Those that lie where the values lie; the others are differences. */
export const LEVEL_STATISTICS: ReadonlySet<(typeof WINDOW_STATISTICS)[number]> = new Set([
  "mean",
  "min",
  "max",
  "median",
  "last",
]);

/**
 * The ten statistics of `values` (at least one), in the order of WINDOW_STATISTICS, into `into` from `at` on. The slope is
 * that of the line of least squares times the steps of the window: the rise from one end to the other. Reorders `values`.
 */
export function windowStatistics(values: Float64Array, into: Float32Array, at: number): void {
  const count = values.length;
  const middle = (count - 1) / 2;
  const first = values[0]!; // at least one value
  const last = values[count - 1]!;
  let [sum, min, max, jumps, jump, before] = [0, Infinity, -Infinity, 0, 0, first];
  for (const value of values) {
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
    const difference = Math.abs(value - before);
    jumps += difference;
    if (difference > jump) jump = difference;
    before = value;
  }
  const mean = sum / count;
  let [squares, rise, spread] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const deviation = values[i]! - mean; // i < count
    squares += deviation * deviation;
    rise += (i - middle) * deviation;
    spread += (i - middle) * (i - middle);
  }
  values.sort();
  const half = count >>> 1;
  into[at] = mean;
  into[at + 1] = Math.sqrt(squares / count);
  into[at + 2] = min;
  into[at + 3] = max;
  into[at + 4] = count % 2 ? values[half]! : (values[half - 1]! + values[half]!) / 2; // half < count
  into[at + 5] = spread > 0 ? (rise / spread) * (count - 1) : 0;
  into[at + 6] = count > 1 ? jumps / (count - 1) : 0;
  into[at + 7] = jump;
  into[at + 8] = last;
  into[at + 9] = last - first;
}
