/** The shortest dates with a time of day, and what stands between two of them. */
const MIN_LENGTH_OF_ONE = 8;
/** The end of a span within a day may lack the date: `2024-01-01 00:00 - 01:00`. */
const CLOCK_ALONE = /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?$/i;
const SPAN_SEPARATOR = /\s+(?:[-–—]|to|bis|until)\s+|\//g;

/**
 * Where the mark stands that parts the two ends of a span of time, `2024-01-01 00:00 - 2024-01-01 01:00` or
 * `2024-01-01T00:00Z/2024-01-01T01:00Z`: in the middle, since both are written alike, unless the second is a time of day alone. Null where there is none.
 */
export function markOfSpan(text: string, start: number, end: number): { from: number; to: number } | null {
  if (end - start < 2 * MIN_LENGTH_OF_ONE) return null;
  const cell = text.slice(start, end);
  const middle = cell.length / 2;
  for (const found of cell.matchAll(SPAN_SEPARATOR)) {
    const to = found.index + found[0].length;
    if ((found.index <= middle && to >= middle) || endsAtClock(cell, to))
      return { from: start + found.index, to: start + to };
  }
  return null;
}

/** Whether a cell is written as the beginning and the end of a span of time. */
export function isTimeSpan(cell: string): boolean {
  return markOfSpan(cell, 0, cell.length) !== null;
}

/** Whether what stands in `text` from `at` on is a time of day and no more. */
export function endsAtClock(text: string, at: number): boolean {
  return CLOCK_ALONE.test(text.slice(at).trim());
}
