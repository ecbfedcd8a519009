import type { Tensor, Tensor3D, Tensor4D } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";
import { withOwnGradient } from "../ops/own-gradient";
import { imageOf, type LayerKind } from "./layer";

/** Of each channel of an image its mean and its largest number: what there is, wherever it is. */
export interface GlobalPoolLayer {
  readonly kind: "global-pool";
}

export const globalPoolKind: LayerKind<GlobalPoolLayer> = {
  shapeOf: (_, input) => [2 * imageOf("global-pool", input)[2]],
  weightShapesOf: () => [],
  // Checked by `shapeOf`.
  forward: (tf, _, x) => globalPool(tf, x as Tensor4D),
};

/** The gradient of the largest number is shared by equal ones. */
function globalPool(tf: Tf, x: Tensor4D): Tensor {
  const [samples, height, width, channels] = x.shape;
  const places = height * width;
  return withOwnGradient(tf, x, (input, save) => {
    const flat: Tensor3D = tf.reshape(input, [samples, places, channels]);
    const largest = tf.max(flat, 1, true);
    const isLargest = tf.cast(tf.equal(flat, largest), "float32");
    save([tf.div(isLargest, tf.sum(isLargest, 1, true))]);
    return {
      value: tf.concat([tf.mean(flat, 1), tf.reshape(largest, [samples, channels])], 1),
      gradFunc(dy, [shares]) {
        // Cut in two.
        const [ofMean, ofLargest] = tf.split(tf.reshape(dy, [samples, 1, 2 * channels]), 2, 2) as [Tensor, Tensor];
        const toLargest = tf.mul(shares as Tensor, ofLargest); // the one saved
        return tf.reshape(tf.add(toLargest, tf.div(ofMean, places)), x.shape);
      },
    };
  });
}
