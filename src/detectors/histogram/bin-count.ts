/** The search reads this many rows, evenly spaced in rank, so that its cost does not grow with the table. */
const MAX_ROWS_READ = 10_000;

/**
 * How many bins of equal width suit a column: the penalised likelihood of Birgé & Rozenholc (2006), in the
 * form of PyOD: at most sqrt(n) - 1 bins, and the penalty counted once for every bin. `sorted` ascends and is not empty.
 */
export function binCountOf(sorted: Float32Array): number {
  const step = Math.max(1, Math.ceil(sorted.length / MAX_ROWS_READ));
  const rows = Math.ceil(sorted.length / step);
  const low = sorted[0]!; // not empty
  const range = sorted[sorted.length - 1]! - low; // not empty
  if (!(range > 0)) return 1;
  const most = Math.floor(Math.sqrt(rows)) - 1;
  let best = 1;
  let likeliest = Number.NEGATIVE_INFINITY;
  const counts = new Float64Array(Math.max(1, most));
  for (let bins = 1; bins <= most; bins++) {
    counts.fill(0, 0, bins);
    for (let row = 0; row < sorted.length; row += step) {
      const bin = binAt(sorted[row]!, low, range, bins); // row < length
      counts[bin] = counts[bin]! + 1; // bin < bins
    }
    const penalty = bins - 1 + Math.log(bins) ** 2.5;
    let likelihood = 0;
    for (let bin = 0; bin < bins; bin++)
      likelihood += counts[bin]! * Math.log((bins * counts[bin]!) / rows + 1) - penalty; // bin < bins
    if (likelihood <= likeliest) continue;
    likeliest = likelihood;
    best = bins;
  }
  return best;
}

/** A value that lies on an edge but for the rounding to 32 bits belongs to the bin on its right. */
export const RELATIVE_ROUNDING = 1e-4;

/** The bin of `value` among `bins` of equal width over `range` from `low`; the last one is closed. `value` lies within. */
export function binAt(value: number, low: number, range: number, bins: number): number {
  const bin = Math.floor(((value - low) / range) * bins + RELATIVE_ROUNDING);
  return bin < bins ? bin : bins - 1;
}
