import type { Tensor } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";

export type Activation = "tanh" | "relu" | "leaky-relu" | "elu" | "sigmoid" | "linear";

/** What is left of a number below 0 where it may leak: without it a unit may fall silent for good. */
const LEAKY_SLOPE = 0.2;

/** The bend of a layer's sums, of any shape. */
export function activate<T extends Tensor>(tf: Tf, activation: Activation, x: T): T {
  switch (activation) {
    case "tanh":
      return tf.tanh(x);
    case "relu":
      return tf.relu(x);
    case "leaky-relu":
      return tf.leakyRelu(x, LEAKY_SLOPE);
    case "elu":
      return tf.elu(x);
    case "sigmoid":
      return tf.sigmoid(x);
    case "linear":
      return x;
    default:
      return activation satisfies never;
  }
}

/** `dy` times the slope of the activation, from its output `y`. */
export function slopeTimes<T extends Tensor>(tf: Tf, activation: Activation, y: T, dy: T): T {
  switch (activation) {
    case "tanh":
      return tf.sub(dy, tf.mul(dy, tf.square(y)));
    case "relu":
      return tf.mul(dy, tf.step(y));
    case "leaky-relu":
      return tf.mul(dy, tf.step(y, LEAKY_SLOPE));
    case "elu":
      return tf.mul(dy, tf.add(tf.minimum(y, 0), 1));
    case "sigmoid":
      return tf.mul(dy, tf.sub(y, tf.square(y)));
    case "linear":
      return dy;
    default:
      return activation satisfies never;
  }
}
