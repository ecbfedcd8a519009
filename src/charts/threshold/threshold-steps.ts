/** How many of the descending `sorted` scores are at or above `threshold`. */
export function countFlagged(sorted: Float64Array, threshold: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? -Infinity) >= threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the descending `sorted` scores are above `threshold`. */
function countAbove(sorted: Float64Array, threshold: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? -Infinity) > threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The threshold after a key press: an arrow lets one more or one fewer row be flagged (tied rows go together), with
 * Shift 1 % of the rows; Page keys 5 %; Home and End flag every row and only the strangest. Null: not such a key.
 */
export function thresholdAfterKey(sorted: Float64Array, threshold: number, key: string, shift: boolean): number | null {
  if (sorted.length === 0) return null;
  const rows = shift ? Math.max(1, Math.round(sorted.length / 100)) : 1;
  const page = Math.max(1, Math.round(sorted.length / 20));
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return raised(sorted, threshold, rows);
    case "ArrowLeft":
    case "ArrowDown":
      return lowered(sorted, threshold, rows);
    case "PageUp":
      return raised(sorted, threshold, page);
    case "PageDown":
      return lowered(sorted, threshold, page);
    case "Home":
      return sorted[sorted.length - 1] ?? threshold;
    case "End":
      return sorted[0] ?? threshold;
    default:
      return null;
  }
}

function lowered(sorted: Float64Array, threshold: number, rows: number): number {
  const to = Math.min(sorted.length, countFlagged(sorted, threshold) + rows);
  return sorted[to - 1] ?? threshold;
}

function raised(sorted: Float64Array, threshold: number, rows: number): number {
  const flagged = countFlagged(sorted, threshold);
  const lowest = sorted[flagged - 1];
  if (lowest === undefined) return sorted[0] ?? threshold;
  const most = Math.max(1, flagged - rows);
  const wanted = sorted[most - 1] ?? threshold;
  if (wanted > lowest)
    return countFlagged(sorted, wanted) <= most ? wanted : (sorted[countAbove(sorted, wanted) - 1] ?? wanted);
  // The step ended among scores equal to the lowest flagged one: leave all of them behind.
  return sorted[countAbove(sorted, lowest) - 1] ?? lowest;
}
