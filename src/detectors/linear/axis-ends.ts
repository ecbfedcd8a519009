import { along, type PrincipalAxes } from "./principal-axes";

/**
 * Distances of a row, in units, to the ends of the unit vectors of all axes, each divided by the axis's share of
 * the variance, and summed: the score of PyOD's PCA. `parts` splits the sum over the columns, exactly.
 */
export function axisEnds(model: PrincipalAxes): {
  distance(z: Float64Array): number;
  parts(z: Float64Array): Float32Array;
} {
  const { axes, variances, width } = model;
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  const weights = variances.map((variance) => total / variance);
  const coordinates = new Float64Array(variances.length);
  const distances = new Float64Array(variances.length);
  const measure = (z: Float64Array): number => {
    along(model, z, 0, coordinates);
    let square = 1;
    for (const value of z) square += value * value;
    let sum = 0;
    for (let axis = 0; axis < weights.length; axis++) {
      distances[axis] = Math.sqrt(Math.max(0, square - 2 * coordinates[axis]!)); // one for each axis
      sum += weights[axis]! * distances[axis]!; // one for each axis
    }
    return sum;
  };
  return {
    distance: measure,
    parts(z) {
      measure(z);
      const parts = new Float64Array(width);
      distances.forEach((distance, axis) => {
        if (distance === 0) return;
        const weight = weights[axis]! / distance; // one for each axis
        for (let j = 0; j < width; j++) parts[j]! += weight * (z[j]! - axes[axis * width + j]!) ** 2; // j < width
      });
      return Float32Array.from(parts);
    },
  };
}
