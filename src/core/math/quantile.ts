/**
 * The quantile `q` (0 to 1) of values in ascending order, interpolated linearly between neighbours
 * (type 7 of Hyndman & Fan 1996, the default of NumPy and R). NaN when there are no values.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) return NaN;
  const at = q * (sorted.length - 1);
  const below = Math.min(sorted.length - 1, Math.max(0, Math.floor(at)));
  return between(sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!, at - below);
}

/**
 * The median absolute deviation (not multiplied by 1.4826) of values in ascending order from their median. What lies below
 * and what lies above it are two ascending lists of distances: the middle of both is found by halving, not by a walk.
 */
export function madOfSorted(sorted: ArrayLike<number>, median = quantileOfSorted(sorted, 0.5)): number {
  const count = sorted.length;
  if (count === 0) return NaN;
  const middle = count >>> 1;
  const last = distanceAt(sorted, median, middle);
  return count % 2 === 1 ? last : between(distanceAt(sorted, median, middle - 1), last, 0.5);
}

/** The distance from `median` that has `rank` smaller ones before it. */
function distanceAt(sorted: ArrayLike<number>, median: number, rank: number): number {
  const below = sorted.length >>> 1;
  const toLeft = (at: number): number => (at < below ? median - sorted[below - 1 - at]! : Infinity);
  const toRight = (at: number): number => (at < sorted.length - below ? sorted[below + at]! - median : Infinity);
  // So many of the distances up to the wanted one lie at the left.
  let least = Math.max(0, rank + 1 - (sorted.length - below));
  let most = Math.min(rank + 1, below);
  while (least < most) {
    const half = (least + most) >>> 1;
    if (toLeft(half) < toRight(rank - half)) least = half + 1;
    else most = half;
  }
  const left = least > 0 ? toLeft(least - 1) : -Infinity;
  const right = rank - least >= 0 ? toRight(rank - least) : -Infinity;
  return Math.max(left, right);
}

/** `low` + `share` of the way to `high`, exact at both ends and without overflow. */
export function between(low: number, high: number, share: number): number {
  if (share <= 0 || low === high) return low;
  if (share >= 1) return high;
  const step = high - low;
  return Number.isFinite(step) ? low + step * share : low * (1 - share) + high * share;
}
