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
 * The median absolute deviation (not multiplied by 1.4826) of values in ascending order from their
 * median. Walks outwards from the middle, so that nothing is sorted a second time.
 */
export function madOfSorted(sorted: ArrayLike<number>, median = quantileOfSorted(sorted, 0.5)): number {
  const count = sorted.length;
  if (count === 0) return NaN;
  let right = count >>> 1;
  let left = right - 1;
  let last = 0;
  let previous = 0;
  for (let taken = 0; taken <= count >>> 1; taken++) {
    const toLeft = left >= 0 ? median - sorted[left]! : Infinity;
    const toRight = right < count ? sorted[right]! - median : Infinity;
    previous = last;
    if (toLeft < toRight) {
      last = toLeft;
      left--;
    } else {
      last = toRight;
      right++;
    }
  }
  return count % 2 === 1 ? last : between(previous, last, 0.5);
}

/** `low` + `share` of the way to `high`, exact at both ends and without overflow. */
export function between(low: number, high: number, share: number): number {
  if (share <= 0 || low === high) return low;
  if (share >= 1) return high;
  const step = high - low;
  return Number.isFinite(step) ? low + step * share : low * (1 - share) + high * share;
}
