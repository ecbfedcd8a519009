import type { Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { Activation } from "../activation";
import { dense } from "../dense";
import { sizeOf, type LayerKind } from "./layer";

/** Every unit reads every number. */
export interface DenseLayer {
  readonly kind: "dense";
  readonly units: number;
  readonly activation: Activation;
}

export const denseKind: LayerKind<DenseLayer> = {
  shapeOf: ({ units }) => [units],
  weightShapesOf({ units }, input) {
    if (input.length !== 1) throw new Error(`dense needs flat samples, not [${input.join()}]`);
    return [[sizeOf(input), units], [units]];
  },
  forward(tf, { activation }, x, weights, { through }) {
    // Of the ranks that `weightShapesOf` asks for.
    const [kernel, bias] = weights as [Tensor2D, Tensor1D];
    return dense(tf, x as Tensor2D, kernel, bias, activation, through);
  },
};
