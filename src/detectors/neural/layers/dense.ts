import type { Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { Activation } from "../ops/activation";
import { dense } from "../ops/dense";
import type { LayerKind } from "./layer";
import { reshaped } from "./reshape";

/** Every unit reads every number; of a sequence [steps, numbers], every number of its own step. */
export interface DenseLayer {
  readonly kind: "dense";
  readonly units: number;
  readonly activation: Activation;
}

export const denseKind: LayerKind<DenseLayer> = {
  shapeOf: ({ units }, input) => [...input.slice(0, -1), units],
  weightShapesOf({ units }, input) {
    if (input.length > 2) throw new Error(`dense needs flat samples or sequences, not [${input.join()}]`);
    return [[input.at(-1) ?? 0, units], [units]];
  },
  forward(tf, { activation }, x, weights, { through }) {
    // Of the ranks that `weightShapesOf` asks for.
    const [kernel, bias] = weights as [Tensor2D, Tensor1D];
    if (x.rank === 2) return dense(tf, x as Tensor2D, kernel, bias, activation, through);
    const [, steps = 0, numbers = 0] = x.shape;
    const rows = reshaped(tf, x, [-1, numbers]) as Tensor2D; // as asked for
    const flat = dense(tf, rows, kernel, bias, activation, through);
    return reshaped(tf, flat, [-1, steps, bias.size]);
  },
};
