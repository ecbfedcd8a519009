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

/**
 * The exponent of the power that fits best: 1 is in proportion, 2 its square.
 * @param {readonly (readonly [number, number])[]} points
 */
export function exponentOf(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(Math.max(y, 1e-4))]);
  const centre = [0, 1].map((axis) => mean(logs.map((point) => point[axis] ?? NaN)));
  const [x = NaN, y = NaN] = centre;
  const product = logs.reduce((sum, [a = NaN, b = NaN]) => sum + (a - x) * (b - y), 0);
  const square = logs.reduce((sum, [a = NaN]) => sum + (a - x) ** 2, 0);
  return product / square;
}
