import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";

/**
 * How an answer is held against the number that was wanted: by the square of their difference (MSE), by its size (MAE),
 * or by the cross-entropy of two shares, both between 0 and 1.
 */
export type ErrorKind = "squared" | "absolute" | "cross-entropy";

interface ErrorOfNumbers {
  /** The error of each number. */
  errorsOf(tf: Tf, difference: Tensor2D, output: Tensor2D, target: Tensor2D): Tensor2D;
  /** Half of the slope of each error, by its output. */
  halfSlopes(tf: Tf, difference: Tensor2D, output: Tensor2D): Tensor2D;
  /** The error of one number that is answered by `answer`. */
  of(answer: number, wanted: number): number;
}

/** A share that is next to 0 or 1 is taken for so much: its logarithm would be endless. */
const LEAST_SHARE = 1e-6;

export const errorKinds: { readonly [K in ErrorKind]: ErrorOfNumbers } = {
  squared: {
    errorsOf: (tf, difference) => tf.square(difference),
    halfSlopes: (_, difference) => difference,
    of: (answer, wanted) => (wanted - answer) ** 2,
  },
  absolute: {
    errorsOf: (tf, difference) => tf.abs(difference),
    halfSlopes: (tf, difference) => tf.mul(tf.sign(difference), 0.5),
    of: (answer, wanted) => Math.abs(wanted - answer),
  },
  "cross-entropy": {
    errorsOf(tf, _, output, target) {
      const share = insideOf(tf, output);
      const yes = tf.mul(target, tf.log(share));
      return tf.neg(tf.add(yes, tf.mul(tf.sub(1, target), tf.log(tf.sub(1, share)))));
    },
    halfSlopes(tf, difference, output) {
      const share = insideOf(tf, output);
      return tf.div(difference, tf.mul(tf.mul(share, tf.sub(1, share)), 2));
    },
    of(answer, wanted) {
      const share = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, answer));
      return -wanted * Math.log(share) - (1 - wanted) * Math.log1p(-share);
    },
  },
};

function insideOf(tf: Tf, output: Tensor2D): Tensor2D {
  return tf.clipByValue(output, LEAST_SHARE, 1 - LEAST_SHARE);
}
