import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { withOwnGradient } from "../ops/own-gradient";
import type { Tf } from "../backend/tf";
import type { LayerKind } from "./layer";

/** Puts the numbers of a flat sample at other places: into an image, and back. */
export interface ArrangeLayer {
  readonly kind: "arrange";
  /** For each place the number that goes there, none twice; -1: a zero. */
  readonly cells: readonly number[];
}

export const arrangeKind: LayerKind<ArrangeLayer> = {
  shapeOf({ cells }, input) {
    const [width = 0] = input;
    if (input.length !== 1 || cells.some((cell) => cell >= width))
      throw new Error(`numbers of [${input.join()}] cannot be arranged as asked`);
    return [cells.length];
  },
  weightShapesOf: () => [],
  forward: (tf, { cells }, x) =>
    withOwnGradient<Tensor2D>(tf, x, (input) => ({
      value: gathered(tf, input, cells),
      gradFunc: (dy) => gathered(tf, dy, placesOf(cells, x.shape[1] ?? 0)),
    })),
};

/** For each of `count` numbers its place in `cells`; -1 where it has none. */
export function placesOf(cells: readonly number[], count: number): number[] {
  const places = new Array<number>(count).fill(-1);
  cells.forEach((cell, place) => {
    if (cell >= 0) places[cell] = place;
  });
  return places;
}

function gathered(tf: Tf, x: Tensor, cells: readonly number[]): Tensor2D {
  const [rows = 0, width = 0] = x.shape;
  // The zeros come from a column behind the last.
  const source = cells.includes(-1) ? tf.concat([x, tf.zeros([rows, 1])], 1) : x;
  const indices = cells.map((cell) => (cell < 0 ? width : cell));
  return tf.gather(source as Tensor2D, tf.tensor1d(indices, "int32"), 1); // flat samples
}
