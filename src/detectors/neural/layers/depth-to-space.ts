import type { Tensor, Tensor4D } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";
import { withOwnGradient } from "../ops/own-gradient";
import { imageOf, type LayerKind } from "./layer";

/**
 * Twice the height and width: of every four channels each pixel becomes a block of two by two. Behind a convolution
 * this widens an image for a quarter of what upsampling before it costs. What lies beyond `to` is cut off.
 */
export interface DepthToSpaceLayer {
  readonly kind: "depth-to-space";
  /** Height and width of what comes out, each at most twice that of what comes in. */
  readonly to: readonly [number, number];
}

/** Shi et al. 2016, Real-time single image and video super-resolution using an efficient sub-pixel convolution. */
export const depthToSpaceKind: LayerKind<DepthToSpaceLayer> = {
  shapeOf({ to }, input) {
    const [height, width, channels] = imageOf("depth-to-space", input);
    if (channels % 4 || to[0] > 2 * height || to[1] > 2 * width)
      throw new Error(`[${input.join()}] cannot become ${to.join()}`);
    return [...to, channels / 4];
  },
  weightShapesOf: () => [],
  // Checked by `shapeOf`.
  forward: (tf, { to }, x) => depthToSpace(tf, x as Tensor4D, to),
};

function depthToSpace(tf: Tf, x: Tensor4D, [rows, columns]: readonly [number, number]): Tensor {
  const [samples, height, width, channels] = x.shape;
  const [lines, pair] = [samples * height, channels / 2];
  return withOwnGradient(tf, x, (input) => {
    // Only neighbours in a line change places, so that a turn of rank 4 does it.
    const turned = tf.transpose(tf.reshape(input, [lines, width, 2, pair]), [0, 2, 1, 3]);
    const whole = tf.reshape(turned, [samples, 2 * height, 2 * width, channels / 4]);
    const isWhole = rows === 2 * height && columns === 2 * width;
    return {
      value: isWhole ? whole : tf.slice(whole, 0, [samples, rows, columns, channels / 4]),
      gradFunc(dy) {
        const margins: [number, number][] = [[0, 0], [0, 2 * height - rows], [0, 2 * width - columns], [0, 0]]; // prettier-ignore
        const padded = isWhole ? dy : tf.pad(dy, margins);
        return tf.reshape(tf.transpose(tf.reshape(padded, [lines, 2, width, pair]), [0, 2, 1, 3]), x.shape);
      },
    };
  });
}
