import type { Tensor } from "@tensorflow/tfjs-core";
import { withOwnGradient } from "../ops/own-gradient";
import type { Tf } from "../backend/tf";
import { sizeOf, type LayerKind, type Shape } from "./layer";

/** The same numbers in another shape. */
export interface ReshapeLayer {
  readonly kind: "reshape";
  readonly shape: Shape;
}

export interface FlattenLayer {
  readonly kind: "flatten";
}

export const reshapeKind: LayerKind<ReshapeLayer> = {
  shapeOf({ shape }, input) {
    if (sizeOf(shape) !== sizeOf(input)) throw new Error(`[${input.join()}] cannot become [${shape.join()}]`);
    return shape;
  },
  weightShapesOf: () => [],
  forward: (tf, { shape }, x) => reshaped(tf, x, [-1, ...shape]),
};

export const flattenKind: LayerKind<FlattenLayer> = {
  shapeOf: (_, input) => [sizeOf(input)],
  weightShapesOf: () => [],
  forward: (tf, _, x) => reshaped(tf, x, [-1, sizeOf(x.shape.slice(1))]),
};

/** `x` in another shape, of which one size may be -1: what is left. Differentiable. */
export function reshaped(tf: Tf, x: Tensor, shape: Shape): Tensor {
  return withOwnGradient(tf, x, (input) => ({
    value: tf.reshape(input, [...shape]),
    gradFunc: (dy) => tf.reshape(dy, x.shape),
  }));
}
