import type { GradSaveFunc, Scalar, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { withOwnGradient } from "../ops/own-gradient";
import type { Tf } from "../backend/tf";

/**
 * Mean over rows of -log of the probability that softmax(logits) gives to the right class; `wanted` [rows, classes] is
 * 1 there and 0 elsewhere. Rows of zeros do not count; there must be others. Differentiable in `logits`.
 */
export function crossEntropy(tf: Tf, logits: Tensor2D, wanted: Tensor2D): Scalar {
  return withOwnGradient<Scalar>(tf, logits, (input: Tensor, save: GradSaveFunc) => {
    const logShares = tf.sub(input, tf.logSumExp(input, 1, true));
    const counts = tf.sum(wanted, 1, true);
    const rows = tf.sum<Scalar>(counts);
    save([tf.sub(tf.mul(tf.exp(logShares), counts), wanted), rows]);
    return {
      value: tf.div(tf.neg(tf.sum(tf.mul(logShares, wanted))), rows),
      gradFunc: (dy, saved) => tf.mul(saved[0] as Tensor, tf.div(dy, saved[1] as Scalar)), // the two saved
    };
  });
}

/**
 * The share of the rows whose right class gets the largest logit. Rows of zeros in `wanted` do not count; there must be
 * others.
 */
export function shareRight(tf: Tf, logits: Tensor2D, wanted: Tensor2D): Scalar {
  const own = tf.sum(tf.mul(logits, wanted), 1);
  const counts = tf.sum(wanted, 1);
  const right = tf.mul(tf.cast(tf.greaterEqual(own, tf.max(logits, 1)), "float32"), counts);
  return tf.div(tf.sum<Scalar>(right), tf.sum<Scalar>(counts));
}
