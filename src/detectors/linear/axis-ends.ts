import { along, type PrincipalAxes } from "./principal-axes";

/** What the distance from the end of each axis counts: one over its share of the variance. */
export function endWeights({ variances }: Pick<PrincipalAxes, "variances">): Float64Array {
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  return variances.map((variance) => total / variance);
}

/**
 * How much each column adds to the score of PyOD's PCA, exactly: the distances of a row, in units, to the ends of the
 * unit vectors of all axes, each divided by the axis's share of the variance, and summed.
 */
export function axisEnds(model: PrincipalAxes): (z: Float64Array) => Float32Array {
  const { axes, variances, width } = model;
  const weights = endWeights(model);
  const coordinates = new Float64Array(variances.length);
  return (z) => {
    along(model, z, 0, coordinates);
    let square = 1;
    for (const value of z) square += value * value;
    const parts = new Float64Array(width);
    coordinates.forEach((coordinate, axis) => {
      const distance = Math.sqrt(Math.max(0, square - 2 * coordinate));
      if (distance === 0) return;
      const weight = weights[axis]! / distance; // one for each axis
      for (let j = 0; j < width; j++) parts[j]! += weight * (z[j]! - axes[axis * width + j]!) ** 2; // j < width
    });
    return Float32Array.from(parts);
  };
}
