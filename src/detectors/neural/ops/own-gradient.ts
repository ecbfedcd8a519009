import type { GradSaveFunc, Tensor } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";

interface Step<T extends Tensor> {
  readonly value: T;
  gradFunc(dy: T, saved: Tensor[]): Tensor;
}

/**
 * An op of one input with a gradient of its own, since tfjs-core's bundle for Node registers none. Whatever tensor the
 * gradient needs must be handed to `save`: the others are gone by then.
 */
export function withOwnGradient<T extends Tensor>(
  tf: Tf,
  x: Tensor,
  step: (x: Tensor, save: GradSaveFunc) => Step<T>,
): T {
  // tfjs passes the input and the function that keeps tensors.
  return tf.customGrad<T>((...args: (Tensor | GradSaveFunc)[]) => step(...(args as [Tensor, GradSaveFunc])))(x);
}
