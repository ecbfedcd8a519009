import type { GradSaveFunc, Rank, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";

/*
 * Spectral normalisation, Miyato et al. 2018: a kernel divided by its largest singular value, which one step of power
 * iteration per training step follows. A kernel counts as a matrix with a column per unit; `u`, of length 1, stands for
 * its leading direction over the rows [rows, 1].
 */

const MIN_NORM = 1e-12;

/** kernel / |uᵀ kernel|, in the kernel's shape. Differentiable in the kernel, with `u` held still. */
export function spectrallyNormal(tf: Tf, kernel: Tensor, u: Tensor2D): Tensor {
  return tf.customGrad((...args: (Tensor | GradSaveFunc)[]) => {
    // tfjs passes the input and a function that keeps tensors for the way back.
    const [input, save] = args as [Tensor, GradSaveFunc];
    const { matrix, norm, v } = answerOf(tf, input, u);
    const value = tf.div(matrix, norm);
    save([value, norm, v]);
    return {
      value: tf.reshape(value, input.shape),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        // Saved above, in this order.
        const [y, size, side] = saved as [Tensor2D, Tensor2D, Tensor2D];
        const slope = tf.reshape(dy, y.shape);
        const along = tf.mul(tf.mul(u, side), tf.sum(tf.mul(slope, y)));
        return tf.reshape(tf.div(tf.sub(slope, along), size), dy.shape);
      },
    };
  })(kernel);
}

/** The next `u`: one step of power iteration. */
export function nextDirection(tf: Tf, kernel: Tensor, u: Tensor2D): Tensor2D {
  const { matrix, v } = answerOf(tf, kernel, u);
  const next = tf.sum<Tensor2D>(tf.mul(matrix, v), 1, true);
  return tf.div(next, tf.maximum(tf.norm(next), MIN_NORM));
}

/** A `u` to start from, after enough steps of power iteration to be near. */
export function firstDirection(kernel: Float32Array, units: number, random: () => number): Float32Array {
  let u: Float32Array = Float32Array.from({ length: kernel.length / units }, () => random() - 0.5);
  for (let round = 0; round < 15; round++) {
    const v = toUnit(columnSums(kernel, units, u));
    u = toUnit(u.map((_, row) => v.reduce((sum, one, unit) => sum + one * (kernel[row * units + unit] ?? 0), 0)));
  }
  return u;
}

/** kernel / |uᵀ kernel| of plain arrays. */
export function normalKernel(kernel: Float32Array, units: number, u: Float32Array): Float32Array {
  const norm = Math.max(MIN_NORM, Math.hypot(...columnSums(kernel, units, u)));
  return kernel.map((value) => value / norm);
}

function answerOf(tf: Tf, kernel: Tensor, u: Tensor2D): { matrix: Tensor2D; norm: Tensor; v: Tensor2D } {
  const units = kernel.shape[kernel.rank - 1] ?? 1;
  const matrix = tf.reshape<Rank.R2>(kernel, [kernel.size / units, units]);
  const sums = tf.sum<Tensor2D>(tf.mul(matrix, u), 0, true);
  const norm = tf.maximum(tf.norm(sums), MIN_NORM);
  return { matrix, norm, v: tf.div(sums, norm) };
}

function columnSums(kernel: Float32Array, units: number, u: Float32Array): Float32Array {
  const sums = new Float32Array(units);
  kernel.forEach((value, i) => (sums[i % units] = (sums[i % units] ?? 0) + value * (u[Math.floor(i / units)] ?? 0)));
  return sums;
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.max(MIN_NORM, Math.hypot(...vector));
  return vector.map((value) => value / length);
}
