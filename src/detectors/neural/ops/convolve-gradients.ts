import type { Tensor, Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import { marginsFrom, marginsOf, type Convolution, type Shape4D } from "./margins";
import type { Tf } from "../backend/tf";

/**
 * The gradient of the kernel, from the images `x` and the gradient `dz` of the sums. tfjs-wasm has no kernel for it,
 * and that of the cpu backend is tens of times slower than a convolution.
 */
export function kernelGradient(tf: Tf, x: Tensor4D, dz: Tensor4D, shape: Shape4D, plan: Convolution): Tensor4D {
  if (["wasm", "cpu"].includes(tf.getBackend())) return kernelGradientByConvolution(tf, x, dz, shape, plan);
  const attrs = { strides: plan.stride, pad: plan.padding, dataFormat: "NHWC", filterShape: shape };
  return tf.engine().runKernel<Tensor4D>("Conv2DBackpropFilter", { x, dy: dz }, attrs);
}

/** The gradient of the images, of shape `shape`, from the gradient `dz` of the sums. tfjs-wasm has it without SIMD. */
export function inputGradient(tf: Tf, shape: Shape4D, dz: Tensor4D, kernel: Tensor4D, plan: Convolution): Tensor4D {
  if (tf.getBackend() === "wasm") return inputGradientByConvolution(tf, shape, dz, kernel, plan);
  const attrs = { strides: plan.stride, pad: plan.padding, dataFormat: "NHWC", inputShape: shape };
  return tf.engine().runKernel<Tensor4D>("Conv2DBackpropInput", { dy: dz, filter: kernel }, attrs);
}

/**
 * The gradient of the kernel is a convolution as well: channels take the part of the samples and samples that of the
 * channels, `dz` slides over the images as the kernel, and the stride becomes its dilation. So the fast kernel of
 * the way forward does the work.
 */
function kernelGradientByConvolution(tf: Tf, x: Tensor4D, dz: Tensor4D, shape: Shape4D, plan: Convolution): Tensor4D {
  const [height, width, channels, filters] = shape;
  const byChannel: Tensor4D = tf.transpose(x, [3, 1, 2, 0]);
  const sliding: Tensor4D = tf.transpose(dz, [1, 2, 0, 3]);
  const margins = marginsOf(tf, x.shape, shape, plan);
  const found = tf.conv2d(byChannel, sliding, 1, margins, "NHWC", plan.stride);
  // Places beyond the kernel are those that its steps do not reach.
  return tf.transpose(tf.slice(found, 0, [channels, height, width, filters]), [1, 2, 0, 3]);
}

/**
 * The gradient of the images is the convolution of `dz`, with zeros between where the steps are larger, with the
 * kernel turned by half a turn.
 */
export function inputGradientByConvolution(
  tf: Tf,
  shape: Shape4D,
  dz: Tensor4D,
  kernel: Tensor4D,
  plan: Convolution,
): Tensor4D {
  const [samples, rows, columns] = shape;
  const [height, width, , filters] = kernel.shape;
  const [, [top], [left]] = marginsOf(tf, shape, kernel.shape, plan);
  const spread = spreadOut(tf, dz, plan.stride);
  // No window reaches what is cut off.
  const [down, across] = [Math.min(spread.shape[1], rows + top), Math.min(spread.shape[2], columns + left)];
  const reached = tf.slice(spread, 0, [samples, down, across, filters]);
  const turned: Tensor4D = tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]);
  const margins = marginsFrom([height - 1 - top, rows + top - down], [width - 1 - left, columns + left - across]);
  return tf.conv2d(reached, turned, 1, margins);
}

/** Zeros behind every row and column, so that they come to lie a stride apart. */
function spreadOut(tf: Tf, dz: Tensor4D, [down, across]: readonly [number, number]): Tensor4D {
  const [samples, rows, columns, filters] = dz.shape;
  const [pixels, lines] = [samples * rows * columns, samples * rows];
  // Twice as a matrix: padding of a higher rank is slow.
  const apart = behind(tf, tf.reshape(dz, [pixels, filters]), (across - 1) * filters);
  const line = columns * across * filters;
  const spread = behind(tf, tf.reshape(apart, [lines, line]), (down - 1) * line);
  return tf.reshape(spread, [samples, rows * down, columns * across, filters]);
}

function behind(tf: Tf, matrix: Tensor2D, zeros: number): Tensor {
  return zeros ? tf.pad(matrix, [[0, 0], [0, zeros]]) : matrix; // prettier-ignore
}
