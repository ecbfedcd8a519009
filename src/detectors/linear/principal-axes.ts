import type { Context } from "../../core/detect/context";
import { rowsToFit } from "../../core/detect/rows-to-fit";
import type { SamplesBase } from "../../core/detect/samples-base";
import { gramOf } from "../../core/kernels/gram";
import { symmetricEigen } from "../../core/math/symmetric-eigen";
import { columnUnits, inUnits, type ColumnUnits } from "./column-units";

/** The directions in which the rows vary, widest first, in the units of the columns. */
export interface PrincipalAxes extends ColumnUnits {
  readonly width: number;
  /** Rows that they were found on. */
  readonly count: number;
  /** Unit vectors of `width` numbers, one after the other; none for a direction without variance. */
  readonly axes: Float64Array;
  /** Variance (of the population) along each axis. */
  readonly variances: Float64Array;
  /** Mean of the fourth power of a row's length: what a shrunk covariance has to know. */
  readonly fourth: number;
}

/** Directions that can be found within seconds; beyond, as many rows at random span them. */
const MAX_DIRECTIONS = 1000;
/** Multiplications for the covariance matrix. */
const MAX_COVARIANCE_WORK = 2e10;
/** Variance, relative to the widest direction, that rounding to 32 bits can make of nothing. */
const RELATIVE_ROUNDING = 1e-11;

/**
 * Eigenvectors of the correlation matrix (or, unless `standardise`, of the covariance matrix). With more columns
 * than rows they are found from the products of the rows, so that 5,000 columns take no 5,000 x 5,000 matrix.
 * Tables too large for that are fitted on a random sample, and a note says so.
 */
export async function principalAxes(
  samples: SamplesBase,
  standardise: boolean,
  context: Context,
  [start, end]: readonly [number, number] = [0, 1],
): Promise<PrincipalAxes> {
  const rows = rowsToFit(samples, mostRows(samples), context.random);
  if (rows.count < samples.count)
    context.note({ code: "linear.sampled", values: { rows: rows.count, of: samples.count } });
  const at = (share: number) => () => context.checkpoint(start + (end - start) * share);
  const units = await columnUnits(rows, standardise, at(0));
  const tall = rows.width <= rows.count;
  const { matrix, fourth } = tall ? await covarianceOf(rows, units, at(0.3)) : await productsOf(rows, units, at(0.3));
  const found = await symmetricEigen(matrix, tall ? rows.width : rows.count, at(0.7));
  const least = RELATIVE_ROUNDING * Math.max(found.values[0] ?? 0, 0);
  const rank = found.values.findIndex((value) => !(value > least));
  const variances = found.values.slice(0, rank < 0 ? found.values.length : rank);
  const axes = tall
    ? found.vectors.slice(0, variances.length * rows.width)
    : await axesOver(rows, units, found.vectors, variances, at(0.9));
  await context.checkpoint(end);
  return { ...units, width: rows.width, count: rows.count, axes, variances, fourth };
}

function mostRows({ count, width }: SamplesBase): number {
  if (width > MAX_DIRECTIONS) return MAX_DIRECTIONS;
  return Math.min(count, Math.max(2 * width, Math.floor(MAX_COVARIANCE_WORK / Math.max(1, width * width))));
}

async function covarianceOf(
  rows: SamplesBase,
  units: ColumnUnits,
  yieldToEvents: () => Promise<void>,
): Promise<{ matrix: Float64Array; fourth: number }> {
  const { count, width } = rows;
  const { products: matrix, fourth } = await gramOf(rows, units, yieldToEvents);
  for (let i = 0; i < width; i++) for (let j = 0; j <= i; j++) matrix[j * width + i] = matrix[i * width + j]! /= count; // i, j < width
  return { matrix, fourth: fourth / count };
}

/** The products of all pairs of rows over their count: the same eigenvalues as the covariance matrix. */
async function productsOf(
  rows: SamplesBase,
  units: ColumnUnits,
  yieldToEvents: () => Promise<void>,
): Promise<{ matrix: Float64Array; fourth: number }> {
  const { count, width } = rows;
  const z = inUnits(units, rows, 0, count);
  const matrix = new Float64Array(count * count);
  let fourth = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += z[i * width + k]! * z[j * width + k]!; // i, j < count
      matrix[i * count + j] = matrix[j * count + i] = sum / count;
      if (i === j) fourth += sum * sum;
    }
    await yieldToEvents();
  }
  return { matrix, fourth: fourth / count };
}

/** Axes over the columns from eigenvectors over the rows. */
async function axesOver(
  rows: SamplesBase,
  units: ColumnUnits,
  vectors: Float64Array,
  variances: Float64Array,
  yieldToEvents: () => Promise<void>,
): Promise<Float64Array> {
  const { count, width } = rows;
  const z = inUnits(units, rows, 0, count);
  const axes = new Float64Array(variances.length * width);
  for (const [axis, variance] of variances.entries()) {
    const scale = 1 / Math.sqrt(count * variance);
    for (let row = 0; row < count; row++) {
      const weight = scale * vectors[axis * count + row]!; // axis, row < count
      for (let j = 0; j < width; j++) axes[axis * width + j]! += weight * z[row * width + j]!; // j < width
    }
    await yieldToEvents();
  }
  return axes;
}

/** Coordinates of the row of `z` that begins at `start` along every axis. */
export function along(
  { axes, width, variances }: PrincipalAxes,
  z: Float64Array,
  start: number,
  into: Float64Array,
): void {
  for (let axis = 0, at = 0; axis < variances.length; axis++) {
    let sum = 0;
    for (let j = start; j < start + width; j++) sum += axes[at++]! * z[j]!; // `width` numbers of both
    into[axis] = sum;
  }
}
