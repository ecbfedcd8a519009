// @ts-check

/**
 * The value below which a share of the values lies, interpolated linearly.
 * @param {readonly number[]} values at least one
 * @param {number} share 0 to 1
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {readonly number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The smallest and the largest value, as text.
 * @param {readonly number[]} values
 * @param {(value: number) => string} format
 */
export const rangeOf = (values, format) => `${format(Math.min(...values))} to ${format(Math.max(...values))}`;
