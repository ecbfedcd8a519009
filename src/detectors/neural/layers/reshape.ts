import type { Tensor } from "@tensorflow/tfjs-core";
import { withOwnGradient } from "../own-gradient";
import type { Tf } from "../tf";
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
  forward: (tf, { shape }, x) => reshaped(tf, x, shape),
};

export const flattenKind: LayerKind<FlattenLayer> = {
  shapeOf: (_, input) => [sizeOf(input)],
  weightShapesOf: () => [],
  forward: (tf, _, x) => reshaped(tf, x, [sizeOf(x.shape.slice(1))]),
};

/** `x` [samples, …] as [samples, ...shape]. */
function reshaped(tf: Tf, x: Tensor, shape: Shape): Tensor {
  return withOwnGradient(tf, x, (input) => ({
    value: tf.reshape(input, [-1, ...shape]),
    gradFunc: (dy) => tf.reshape(dy, x.shape),
  }));
}
