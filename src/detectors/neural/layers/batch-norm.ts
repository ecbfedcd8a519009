import type { GradSaveFunc, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";
import { activate, slopeTimes, type Activation } from "../ops/activation";
import { imageOf, type LayerKind } from "./layer";
import { reshaped } from "./reshape";

/**
 * Each channel of an image brought to the middle and spread that it learns to give it: of the batch while the network
 * learns; when it answers, of what was measured once it had learned, the last two of its weights.
 */
export interface BatchNormLayer {
  readonly kind: "batch-norm";
  readonly activation: Activation;
}

const VARIANCE_EPSILON = 1e-3;

/** Ioffe & Szegedy 2015, with exact means and variances in place of moving ones. */
export const batchNormKind: LayerKind<BatchNormLayer> = {
  shapeOf: (_, input) => input,
  weightShapesOf(_, input) {
    const [, , channels] = imageOf("batch-norm", input);
    return [[channels], [channels], [channels], [channels]];
  },
  initialOf(_, input) {
    const [, , channels] = imageOf("batch-norm", input);
    return [1, 0, 0, 1].map((value) => new Float32Array(channels).fill(value));
  },
  forward(tf, { activation }, x, weights, { random, ofBatch = false }) {
    const channels = x.shape.at(-1) ?? 1;
    const flat = reshaped(tf, x, [-1, channels]) as Tensor2D; // as asked for
    const rows = weights.map((weight) => reshaped(tf, weight, [1, channels]) as Tensor2D); // as asked for
    const [scale, shift, mean, variance] = rows as [Tensor2D, Tensor2D, Tensor2D, Tensor2D]; // as many as there are shapes
    const answer = random || ofBatch
      ? batchNormed(tf, flat, scale, shift, [mean, variance], activation)
      : activate(tf, activation, tf.add(tf.mul(tf.sub(flat, mean), tf.div(scale, tf.sqrt(tf.add(variance, VARIANCE_EPSILON)))), shift)); // prettier-ignore
    return reshaped(tf, answer, [-1, ...x.shape.slice(1)]);
  },
};

/** Differentiable in all but what was measured, whose gradient is 0. */
function batchNormed(
  tf: Tf,
  x: Tensor2D,
  scale: Tensor2D,
  shift: Tensor2D,
  measured: readonly [Tensor2D, Tensor2D],
  activation: Activation,
): Tensor2D {
  const [count] = x.shape;
  return tf.customGrad<Tensor2D>((...args: (Tensor | GradSaveFunc)[]) => {
    // tfjs passes the inputs and, last, a function that keeps tensors for the way back.
    const save = args[args.length - 1] as GradSaveFunc;
    const centred = tf.sub<Tensor2D>(x, tf.div(columnSums(tf, x), count));
    const variance = tf.div(columnSums(tf, tf.square(centred)), count);
    const inverse = tf.rsqrt(tf.add(variance, VARIANCE_EPSILON));
    const hat = tf.mul<Tensor2D>(centred, inverse);
    const value = activate(tf, activation, tf.add<Tensor2D>(tf.mul(hat, scale), shift));
    save([hat, inverse, scale, value]);
    return {
      value,
      gradFunc: (dy: Tensor2D, saved: Tensor[]) => {
        // Saved above, in this order.
        const [h, unit, s, output] = saved as [Tensor2D, Tensor2D, Tensor2D, Tensor2D];
        const dz = slopeTimes(tf, activation, output, dy);
        const [ofScale, ofShift] = [columnSums(tf, tf.mul(dz, h)), columnSums(tf, dz)];
        const rest = tf.sub(tf.sub(dz, tf.div(ofShift, count)), tf.mul(h, tf.div(ofScale, count)));
        const still = tf.zerosLike(s);
        return [tf.mul(rest, tf.mul(unit, s)), ofScale, ofShift, still, still];
      },
    };
  })(x, scale, shift, ...measured);
}

/** As a product with ones: tfjs-wasm would turn the whole tensor round to sum its first axis. */
function columnSums(tf: Tf, x: Tensor2D): Tensor2D {
  return tf.matMul(tf.ones([1, x.shape[0]]), x);
}
