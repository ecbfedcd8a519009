import type { Tensor4D } from "@tensorflow/tfjs-core";
import { upsample } from "../ops/resample";
import { imageOf, type LayerKind } from "./layer";

/** Every pixel becomes a block of its like. */
export interface UpsampleLayer {
  readonly kind: "upsample";
  /** Height and width of a block. */
  readonly by: readonly [number, number];
}

export const upsampleKind: LayerKind<UpsampleLayer> = {
  shapeOf({ by }, input) {
    const [height, width, channels] = imageOf("upsample", input);
    return [height * by[0], width * by[1], channels];
  },
  weightShapesOf: () => [],
  // Checked by `shapeOf`.
  forward: (tf, { by }, x) => upsample(tf, x as Tensor4D, [...by]),
};
