import type { Tensor1D, Tensor4D } from "@tensorflow/tfjs-core";
import type { Activation } from "../ops/activation";
import { convolve } from "../ops/convolve";
import { imageOf, type LayerKind } from "./layer";

/** Small windows slide over an image [height, width, channels]; a series is an image of height 1. */
export interface ConvLayer {
  readonly kind: "conv";
  readonly filters: number;
  /** Height and width of the window, and its steps. */
  readonly size: readonly [number, number];
  readonly stride: readonly [number, number];
  /** "same": zeros around the image keep its size, divided by the stride; "valid": the window stays inside. */
  readonly padding: "same" | "valid";
  readonly activation: Activation;
}

export const convKind: LayerKind<ConvLayer> = {
  shapeOf({ filters, size, stride, padding }, input) {
    const image = imageOf("conv", input);
    const along = (axis: 0 | 1) => Math.ceil((image[axis] - (padding === "same" ? 0 : size[axis] - 1)) / stride[axis]);
    const [height, width] = [along(0), along(1)];
    if (height < 1 || width < 1) throw new Error(`a window of ${size.join()} does not fit into [${input.join()}]`);
    return [height, width, filters];
  },
  weightShapesOf({ filters, size }, input) {
    return [[...size, imageOf("conv", input)[2], filters], [filters]];
  },
  forward(tf, { activation, stride, padding }, x, weights, { through }) {
    // Of the ranks that `weightShapesOf` asks for.
    const [kernel, bias] = weights as [Tensor4D, Tensor1D];
    return convolve(tf, x as Tensor4D, kernel, bias, { stride: [...stride], padding, activation, through });
  },
};
