import type { Context } from "../../core/detect/context";
import { factorCholesky } from "../../core/math/cholesky";

/** One Gaussian for each place. */
export interface Gaussians {
  readonly places: number;
  readonly dimensions: number;
  /** Images that they were learned from. */
  readonly count: number;
  /** Share of each covariance that is the mean one of all places. */
  readonly shared: number;
  /** [places, dimensions]. */
  readonly means: Float32Array;
  /** The lower triangle of each covariance's Cholesky factor, row after row: [places, dimensions (dimensions + 1) / 2]. */
  readonly factors: Float32Array;
}

/** What Defard et al. add to every variance. */
const VARIANCE_RIDGE = 0.01;
/** Rounding must not make an image infinitely far from the others. */
const MIN_REMAINING_VARIANCE = 1e-6;

/** Learns the Gaussians from one image after the other (Welford 1962), so that no two need be held. */
export class PlaceGaussians {
  private readonly means: Float32Array;
  private readonly scatter: Float32Array;
  private count = 0;

  constructor(
    private readonly places: number,
    private readonly dimensions: number,
  ) {
    this.means = new Float32Array(places * dimensions);
    this.scatter = new Float32Array((places * dimensions * (dimensions + 1)) / 2);
  }

  /** `answers` of an image: [places, dimensions]. */
  add(answers: Float32Array): void {
    const { means, scatter, dimensions } = this;
    this.count++;
    const share = (this.count - 1) / this.count;
    const away = new Float32Array(dimensions);
    for (let start = 0, at = 0; start < means.length; start += dimensions)
      for (let i = 0; i < dimensions; i++) {
        away[i] = answers[start + i]! - means[start + i]!; // as many of both
        means[start + i]! += away[i]! / this.count; // i < dimensions
        const weight = share * away[i]!; // just set
        for (let j = 0; j <= i; j++) scatter[at++]! += weight * away[j]!; // a triangle for each place
      }
  }

  /** There must be an image. */
  async result(shared: number, context: Context): Promise<Gaussians> {
    const { places, dimensions, count, means, scatter } = this;
    const triangle = (dimensions * (dimensions + 1)) / 2;
    const least = 1 / Math.max(1, count - 1);
    const common = new Float64Array(triangle);
    for (let at = 0; at < scatter.length; at++) common[at % triangle]! += (scatter[at]! * least) / places; // inside
    const matrix = new Float64Array(dimensions * dimensions);
    for (let place = 0; place < places; place++) {
      if (place % 8 === 0) await context.checkpoint(place / places);
      const own = scatter.subarray(place * triangle, (place + 1) * triangle);
      for (let i = 0, at = 0; i < dimensions; i++)
        for (let j = 0; j <= i; j++, at++)
          matrix[i * dimensions + j] =
            (1 - shared) * own[at]! * least + shared * common[at]! + (i === j ? VARIANCE_RIDGE : 0); // a triangle
      if (factorCholesky(matrix, dimensions) === null) throw new Error("a covariance with a ridge is no covariance");
      for (let i = 0, at = 0; i < dimensions; i++) for (let j = 0; j <= i; j++) own[at++] = matrix[i * dimensions + j]!; // a square matrix
    }
    return { places, dimensions, count, shared, means, factors: scatter };
  }
}

/**
 * Squared Mahalanobis distance of an image's `answers` [places, dimensions] at every place. Of an image that was learned
 * from it is the distance from the Gaussian of the others, in closed form (Sherman & Morrison 1950).
 */
export function squaredDistances(gaussians: Gaussians, answers: Float32Array, isLearned: boolean): Float32Array {
  const { places, dimensions, count, shared, means, factors } = gaussians;
  const z = new Float64Array(dimensions);
  const own = isLearned && count > 1 ? ((1 - shared) * count) / (count - 1) ** 2 : 0;
  const farther = own > 0 ? (count / (count - 1)) ** 2 : 1;
  const squares = new Float32Array(places);
  for (let place = 0, start = 0, at = 0; place < places; place++, start += dimensions) {
    let square = 0;
    for (let i = 0; i < dimensions; i++) {
      let rest = answers[start + i]! - means[start + i]!; // as many of both
      for (let j = 0; j < i; j++) rest -= factors[at++]! * z[j]!; // a triangle for each place
      z[i] = rest / factors[at++]!; // its diagonal, above 0
      square += z[i]! ** 2; // just set
    }
    squares[place] = (farther * square) / Math.max(MIN_REMAINING_VARIANCE, 1 - own * square);
  }
  return squares;
}
