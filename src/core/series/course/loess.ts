/** Fits within one window: between them straight lines do. */
const FITS_PER_WINDOW = 10;

/**
 * `values` smoothed by straight lines through `window` steps around each, those nearer counting more (loess, Cleveland
 * 1979), each step by its weight. Where no step of a window has a weight the line of the nearest fit goes on. About ten
 * fits are made within a window, lines drawn between them: ten times n, whatever the window.
 */
export function loess(values: Float64Array, weights: Float64Array, window: number): Float64Array {
  const count = values.length;
  const half = Math.max(1, Math.floor(Math.min(window, count) / 2));
  const jump = Math.max(1, Math.floor((2 * half) / FITS_PER_WINDOW));
  const smooth = new Float64Array(count);
  let last = fitAt(values, weights, 0, half) ?? weightedMean(values, weights);
  let from = 0;
  if (count > 0) smooth[0] = last;
  while (from < count - 1) {
    const to = Math.min(count - 1, from + jump);
    const next = fitAt(values, weights, to, half) ?? last;
    for (let at = from + 1; at <= to; at++) smooth[at] = last + ((next - last) * (at - from)) / (to - from);
    [last, from] = [next, to];
  }
  return smooth;
}

/** The line through the steps around, at its middle; at an end as many steps, all on one side. Null where none counts. */
function fitAt(values: Float64Array, weights: Float64Array, at: number, half: number): number | null {
  const last = values.length - 1;
  const from = Math.max(0, Math.min(at - half, last - 2 * half));
  const to = Math.min(last, from + 2 * half);
  const reach = Math.max(at - from, to - at) + 1;
  let [sum, along, square, total, both] = [0, 0, 0, 0, 0];
  for (let step = from; step <= to; step++) {
    const off = step - at;
    const near = 1 - Math.abs(off / reach) ** 3;
    const weight = weights[step]! * near * near * near; // a step
    sum += weight;
    along += weight * off;
    square += weight * off * off;
    total += weight * values[step]!;
    both += weight * off * values[step]!;
  }
  if (!(sum > 0)) return null;
  const spread = square - (along * along) / sum;
  const slope = spread > 1e-9 * sum ? (both - (along * total) / sum) / spread : 0;
  return (total - slope * along) / sum;
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let [sum, total] = [0, 0];
  values.forEach((value, at) => {
    sum += weights[at]!; // one for each
    total += weights[at]! * value;
  });
  return sum > 0 ? total / sum : 0;
}

/** Farther out than so many usual sizes a step counts nothing (Cleveland et al. 1990). */
const MAX_SIZES = 6;

/** How much each residual counts: all where it is 0, nothing where it is far out (Tukey's biweight). */
export function biweights(residual: Float64Array, size: number): Float64Array {
  return residual.map((one) => {
    const share = size > 0 ? Math.abs(one) / (MAX_SIZES * size) : 0;
    return share < 1 ? (1 - share * share) ** 2 : 0;
  });
}
