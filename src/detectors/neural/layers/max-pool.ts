import type { Tensor4D } from "@tensorflow/tfjs-core";
import { maxPool } from "../ops/resample";
import { imageOf, type LayerKind } from "./layer";

/** Of each block of an image the largest number of each channel; a ragged rest at the right and the bottom is left out. */
export interface MaxPoolLayer {
  readonly kind: "max-pool";
  /** Height and width of a block. */
  readonly size: readonly [number, number];
}

export const maxPoolKind: LayerKind<MaxPoolLayer> = {
  shapeOf({ size }, input) {
    const [height, width, channels] = imageOf("max-pool", input);
    if (height < size[0] || width < size[1])
      throw new Error(`blocks of ${size.join()} do not fit into [${input.join()}]`);
    return [Math.floor(height / size[0]), Math.floor(width / size[1]), channels];
  },
  weightShapesOf: () => [],
  // Checked by `shapeOf`.
  forward: (tf, { size }, x) => maxPool(tf, x as Tensor4D, [...size]),
};
