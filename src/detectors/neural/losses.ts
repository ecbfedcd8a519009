import type { GradSaveFunc, Scalar, Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { Tf } from "./tf";

/**
 * Mean over rows of the mean squared error between `output` and `target` [rows, columns], leaving out the worst
 * `share` of the rows (rounded down), so that the strangers in a batch are not learned. No gradient reaches what is
 * left out; rows with equal errors stay or go together. Differentiable in `output`.
 */
export function trimmedSquaredError(tf: Tf, output: Tensor2D, target: Tensor2D, share: number): Scalar {
  const [rows, columns] = output.shape;
  return tf.customGrad<Scalar>((...args: (Tensor | GradSaveFunc)[]) => {
    // tfjs passes the input and a function that keeps tensors for the way back.
    const [values, save] = args as [Tensor2D, GradSaveFunc];
    const difference = tf.sub(values, target);
    const errors = tf.mean<Tensor1D>(tf.square(difference), 1);
    const weights = smallestWeights(tf, errors, rows - Math.floor(rows * share));
    save([difference, weights]);
    return {
      value: tf.sum(tf.mul(errors, weights)),
      gradFunc: (dy: Scalar, saved: Tensor[]) => {
        // Saved above, in this order.
        const [d, w] = saved as [Tensor2D, Tensor1D];
        return tf.mul(d, tf.reshape(tf.mul(w, tf.mul(dy, 2 / columns)), [rows, 1]));
      },
    };
  })(output);
}

/** As many as a batch may hold; comparing all pairs of many more would take longer than sorting them. */
const MOST_PAIRS = 256;

/** Weights that add up to 1, equal on the `kept` smallest numbers and 0 on the others. */
function smallestWeights(tf: Tf, numbers: Tensor1D, kept: number): Tensor1D {
  const count = numbers.shape[0];
  if (kept === count) return tf.fill([count], 1 / count);
  const inside = tf.cast(
    count > MOST_PAIRS ? smallestByOrder(tf, numbers, kept) : smallestByPairs(tf, numbers, kept),
    "float32",
  );
  return tf.div(inside, tf.sum(inside));
}

/** By ranks: a sort or topk would read the batch back from the graphics card at every step. */
function smallestByPairs(tf: Tf, numbers: Tensor1D, kept: number): Tensor1D {
  const count = numbers.shape[0];
  const smaller = tf.less(tf.reshape(numbers, [1, count]), tf.reshape(numbers, [count, 1]));
  return tf.less(tf.sum(tf.cast(smaller, "float32"), 1), kept);
}

function smallestByOrder(tf: Tf, numbers: Tensor1D, kept: number): Tensor1D {
  const { values } = tf.topk(tf.neg(numbers), kept);
  return tf.lessEqual(numbers, tf.neg(tf.slice(values, [kept - 1], [1])));
}
