import type { Tensor } from "@tensorflow/tfjs-core";
import { withOwnGradient } from "../ops/own-gradient";
import type { LayerKind } from "./layer";

/** While the network learns, a random share of the numbers is set to 0 and the others grow, so that none can be relied on. */
export interface DropoutLayer {
  readonly kind: "dropout";
  /** The share, in [0, 1). */
  readonly rate: number;
}

/** Srivastava et al. 2014, with the scale at training time, so that nothing is to be done when it answers. */
export const dropoutKind: LayerKind<DropoutLayer> = {
  shapeOf: (_, input) => input,
  weightShapesOf: () => [],
  forward(tf, { rate }, x, _, { random }) {
    if (!random || rate === 0) return x;
    const kept = 1 / (1 - rate);
    const draws = Float32Array.from({ length: x.size }, () => (random() < rate ? 0 : kept));
    return withOwnGradient(tf, x, (input, save) => {
      const mask = tf.tensor(draws, x.shape);
      save([mask]);
      // The one tensor saved.
      return { value: tf.mul(input, mask), gradFunc: (dy, saved) => tf.mul(dy, saved[0] as Tensor) };
    });
  },
};
