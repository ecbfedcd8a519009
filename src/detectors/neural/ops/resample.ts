import type { Tensor, Tensor4D } from "@tensorflow/tfjs-core";
import { withOwnGradient } from "./own-gradient";
import type { Tf } from "../backend/tf";

/**
 * The largest number of each block [height, width] of the images `x`, a ragged rest left out. The gradient goes to
 * the first of equal ones.
 */
export function maxPool(tf: Tf, x: Tensor4D, size: [number, number]): Tensor4D {
  // XNNPACK refuses blocks of one pixel.
  if (size[0] * size[1] === 1) return x;
  return withOwnGradient<Tensor4D>(tf, x, (input, save) => {
    // Of rank 4, as `x` is.
    const value = tf.maxPool(input as Tensor4D, size, size, "valid");
    save([input, value]);
    return {
      value,
      gradFunc(dy, saved) {
        // Saved above, in this order.
        const [before, output] = saved as [Tensor, Tensor];
        const attrs = { filterSize: size, strides: size, pad: "valid" };
        return tf.engine().runKernel<Tensor>("MaxPoolGrad", { dy, input: before, output }, attrs);
      },
    };
  });
}

/** The images `x` with every pixel repeated to a block [height, width]; the gradient is the sum over the block. */
export function upsample(tf: Tf, x: Tensor4D, by: [number, number]): Tensor4D {
  const [, height, width] = x.shape;
  const pixels = by[0] * by[1];
  // XNNPACK refuses blocks of one pixel.
  if (pixels === 1) return x;
  return withOwnGradient<Tensor4D>(tf, x, (input) => ({
    // Of rank 4, as `x` is.
    value: tf.image.resizeNearestNeighbor(input as Tensor4D, [height * by[0], width * by[1]]),
    gradFunc: (dy) => tf.mul(tf.avgPool(dy, by, by, "valid"), pixels),
  }));
}
