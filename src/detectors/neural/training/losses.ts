import type { GradSaveFunc, Scalar, Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import { withOwnGradient } from "../ops/own-gradient";
import type { Tf } from "../backend/tf";
import { errorKinds, type ErrorKind } from "./error-kinds";

/** The mean squared error between `output` and `target`, as `trimmedError` has it. */
export function trimmedSquaredError(tf: Tf, output: Tensor2D, target: Tensor2D, share: number): Scalar {
  return trimmedError(tf, output, target, share, "squared");
}

/**
 * Mean over rows of the mean error between `output` and `target` [rows, columns], leaving out the worst `share` of the
 * rows (rounded down), so that the strangers in a batch are not learned. No gradient reaches what is left out; rows with
 * equal errors stay or go together. Differentiable in `output`.
 */
export function trimmedError(tf: Tf, output: Tensor2D, target: Tensor2D, share: number, kind: ErrorKind): Scalar {
  const [rows, columns] = output.shape;
  const { errorsOf, halfSlopes } = errorKinds[kind];
  return tf.customGrad<Scalar>((...args: (Tensor | GradSaveFunc)[]) => {
    // tfjs passes the input and a function that keeps tensors for the way back.
    const [values, save] = args as [Tensor2D, GradSaveFunc];
    const difference = tf.sub<Tensor2D>(values, target);
    const errors = tf.mean<Tensor1D>(errorsOf(tf, difference, values, target), 1);
    const weights = smallestWeights(tf, errors, rows - Math.floor(rows * share));
    save([halfSlopes(tf, difference, values), weights]);
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
const MAX_ROWS_PAIRED = 256;

/** Weights that add up to 1, equal on the `kept` smallest numbers and 0 on the others. */
function smallestWeights(tf: Tf, numbers: Tensor1D, kept: number): Tensor1D {
  const count = numbers.shape[0];
  if (kept === count) return tf.fill([count], 1 / count);
  const inside = tf.cast(
    count > MAX_ROWS_PAIRED ? smallestByOrder(tf, numbers, kept) : smallestByPairs(tf, numbers, kept),
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

/**
 * What a discriminator loses with `verdicts` [rows, 1] of which the first `real` are of real rows, the others of made
 * ones: mean of max(0, 1 - verdict) over the real plus mean of max(0, 1 + verdict) over the made. Both kinds must be
 * there. Differentiable in `verdicts`. Lim & Ye 2017, Geometric GAN.
 */
export function hingeLoss(tf: Tf, verdicts: Tensor2D, real: number): Scalar {
  const made = verdicts.shape[0] - real;
  return withOwnGradient<Scalar>(tf, verdicts, (input, save) => {
    const slopes = tf.concat([tf.fill([real, 1], -1 / real), tf.fill([made, 1], 1 / made)]);
    // On the wrong side of its margin a verdict costs its distance, elsewhere nothing.
    const costs = tf.add(tf.mul(slopes, input), tf.abs(slopes));
    save([tf.mul(slopes, tf.step(costs))]);
    return {
      value: tf.sum(tf.relu(costs)),
      gradFunc: (dy, [slope]) => tf.mul(slope as Tensor2D, dy), // saved above
    };
  });
}

/** The mean of all numbers. Differentiable. */
export function meanOf(tf: Tf, x: Tensor): Scalar {
  return withOwnGradient<Scalar>(tf, x, () => ({
    value: tf.mean(x),
    gradFunc: (dy) => tf.mul(tf.fill(x.shape, 1 / x.size), dy),
  }));
}

/** The sum of losses, each times its weight. Differentiable in the losses. */
export function weightedSum(tf: Tf, losses: readonly Scalar[], weights: readonly number[]): Scalar {
  return tf.customGrad<Scalar>((...args: (Tensor | GradSaveFunc)[]) => {
    // tfjs passes the inputs and, last, a function that is not needed here.
    const terms = args.slice(0, -1) as Scalar[];
    return {
      value: tf.addN(terms.map((term, i) => tf.mul<Scalar>(term, weights[i] ?? 0))),
      gradFunc: (dy: Scalar) => weights.map((weight) => tf.mul(dy, weight)),
    };
  })(...losses);
}
