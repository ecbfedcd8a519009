/** How large each column's residual usually is: what lies in the middle, and the distance that counts as one. */
export interface ResidualScale {
  readonly centre: Float64Array;
  readonly unit: Float64Array;
  /** What of a residual counts, where it is not how far beyond the usual it lies: then the centre is 0 and the unit 1. */
  readonly plain?: PlainError;
}

/** A residual's square, or its size. */
export type PlainError = "squared" | "absolute";

/** Makes the median absolute deviation of normal data equal to its standard deviation. */
const MAD_TO_SD = 1.4826;
/** The unit is never below this share of the standard deviation, so that a column that is nearly always right does not explode. */
const MIN_UNIT_SHARE = 0.05;
const MIN_UNIT = 1e-6;

/** Columns between two calls of `yieldToEvents`. */
const COLUMNS_PER_YIELD = 32;

/**
 * Median and max(1.4826 MAD, 0.05 sd, 1e-6) of each column of `residuals` [rows, width], rows >= 1. `yieldToEvents` is
 * awaited now and then: thousands of columns take seconds.
 */
export async function residualScaleOf(
  residuals: Float32Array,
  width: number,
  yieldToEvents: () => Promise<void>,
): Promise<ResidualScale> {
  const rows = residuals.length / width;
  const centre = new Float64Array(width);
  const unit = new Float64Array(width);
  const column = new Float64Array(rows);
  for (let j = 0; j < width; j++) {
    if (j % COLUMNS_PER_YIELD === 0) await yieldToEvents();
    for (let i = 0; i < rows; i++) column[i] = residuals[i * width + j] ?? 0;
    const middle = sortedMiddle(column);
    const deviation = standardDeviation(column);
    for (let i = 0; i < rows; i++) column[i] = Math.abs((column[i] ?? 0) - middle);
    centre[j] = middle;
    unit[j] = Math.max(MAD_TO_SD * sortedMiddle(column), MIN_UNIT_SHARE * deviation, MIN_UNIT);
  }
  return { centre, unit };
}

/** The scale by which plain errors of `width` columns count. */
export function plainScale(width: number, plain: PlainError): ResidualScale {
  return { centre: new Float64Array(width), unit: new Float64Array(width).fill(1), plain };
}

/** Its plain error where that counts, else log(1 + q²) of a residual q units from the centre of column `j`: 0 where it is usual, slow to grow far out. */
export function strangeness(scale: ResidualScale, j: number, residual: number): number {
  if (scale.plain) return scale.plain === "squared" ? residual ** 2 : Math.abs(residual);
  const q = (residual - (scale.centre[j] ?? 0)) / (scale.unit[j] ?? 1);
  return Math.log1p(q * q);
}

/** The median; sorts `values`. */
function sortedMiddle(values: Float64Array): number {
  values.sort();
  const half = values.length >> 1;
  const upper = values[half] ?? 0;
  return values.length % 2 ? upper : ((values[half - 1] ?? 0) + upper) / 2;
}

function standardDeviation(values: Float64Array): number {
  let [mean, squares] = [0, 0];
  for (const [i, value] of values.entries()) {
    const delta = value - mean;
    mean += delta / (i + 1);
    squares += delta * (value - mean);
  }
  return Math.sqrt(squares / values.length);
}
