import { forEachBlock } from "../../core/detect/blocks";
import type { Context } from "../../core/detect/context";
import type { SamplesBase } from "../../core/detect/samples-base";
import type { Attribution } from "../../core/explain/attribution";
import { alongAxes, axesCost } from "../../core/kernels/along-axes";
import { inUnits } from "./column-units";
import { along, type PrincipalAxes } from "./principal-axes";

/** Distances that count each direction in the spread that it has: the fitted model of the Mahalanobis family. */
export interface Ellipsoid extends PrincipalAxes {
  /** One over the variance that counts along each axis. */
  readonly inverse: Float64Array;
  /** The same for every direction that no axis points to; 0 leaves those out. */
  readonly beyond: number;
}

/** The distance d from the centre, in standard deviations of the direction in which a sample lies. */
export async function scoreEllipsoid(model: Ellipsoid, samples: SamplesBase, context: Context): Promise<Float64Array> {
  const scores = new Float64Array(samples.count);
  const { width, centre, unit, axes, beyond } = model;
  const weights = model.inverse.map((value) => value - beyond);
  const plan = { width, centre, unit, axes, weights, measure: "times", beyond } as const;
  const score = (values: Float32Array, from: number) => {
    scores.set(alongAxes(plan, values), from);
  };
  await forEachBlock(samples, context, score, { cost: axesCost(model) });
  return scores;
}

/** Leaves the coordinates along the axes in `coordinates`. */
function distanceOf(model: Ellipsoid, z: Float64Array, start: number, coordinates: Float64Array): number {
  const { inverse, beyond, width } = model;
  along(model, z, start, coordinates);
  let square = 0;
  if (beyond > 0) for (let j = start; j < start + width; j++) square += beyond * z[j]! ** 2; // `width` numbers
  for (let axis = 0; axis < inverse.length; axis++) square += (inverse[axis]! - beyond) * coordinates[axis]! ** 2; // one each
  return Math.sqrt(Math.max(0, square));
}

/**
 * The squared distance split over the columns by the corr-max transformation (Garthwaite & Koch 2016): of all
 * ways to make the columns uncorrelated with equal variance, the one that stays closest to them. No part is
 * negative, and together, divided by d, they make up d. A combination that is odd although each value is ordinary
 * shows in all columns that take part, where the classical products (x - m)_j [S^-1 (x - m)]_j can put it on
 * one. `expected` is what the other columns of the row let one expect.
 */
export function explainEllipsoid(model: Ellipsoid, samples: SamplesBase): Attribution[] {
  const { width, centre, unit, axes, inverse, beyond } = model;
  const coordinates = new Float64Array(inverse.length);
  const precision = new Float64Array(width).fill(beyond);
  inverse.forEach((value, axis) => {
    for (let j = 0; j < width; j++) precision[j]! += (value - beyond) * axes[axis * width + j]! ** 2; // j < width
  });
  return Array.from({ length: samples.count }, (_, sample) => {
    const z = inUnits(model, samples, sample, sample + 1);
    const distance = distanceOf(model, z, 0, coordinates);
    const closest = z.map((value) => Math.sqrt(beyond) * value);
    const pull = z.map((value) => beyond * value);
    inverse.forEach((value, axis) => {
      const coordinate = coordinates[axis]!; // one for each axis
      const [near, far] = [(Math.sqrt(value) - Math.sqrt(beyond)) * coordinate, (value - beyond) * coordinate];
      for (let j = 0; j < width; j++) {
        const loading = axes[axis * width + j]!; // j < width
        closest[j]! += near * loading;
        pull[j]! += far * loading;
      }
    });
    const values = Float32Array.from(closest, (part) => (distance > 0 ? (part / distance) * part : 0));
    const expected = Float32Array.from(z, (value, j) => {
      const given = precision[j]! > 0 ? value - pull[j]! / precision[j]! : 0; // j < width
      return centre[j]! + unit[j]! * given; // j < width
    });
    return { over: "features", values, expected, additive: true };
  });
}
