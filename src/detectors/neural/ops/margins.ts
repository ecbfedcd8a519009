import type { Tf } from "../backend/tf";

/** How a window moves over an image, and whether it reaches beyond it. */
export interface Convolution {
  /** Down and to the right. */
  readonly stride: [number, number];
  readonly padding: "same" | "valid";
}

export type Shape4D = [number, number, number, number];

type Two = [number, number];

/** Zeros around an image as tfjs takes them. */
export type Margins = [Two, Two, Two, Two];

/**
 * The zeros that a convolution needs around images of shape `x`. Numbers rather than the word "same", which tfjs-wasm
 * gets wrong where a step is longer than the window.
 */
export function marginsOf(tf: Tf, x: Shape4D, kernel: Shape4D, { stride, padding }: Convolution): Margins {
  const { top, bottom, left, right } = tf.backend_util.computeConv2DInfo(x, kernel, stride, 1, padding).padInfo;
  return marginsFrom([top, bottom], [left, right]);
}

/** Above and below, left and right. */
export function marginsFrom(rows: Two, columns: Two): Margins {
  return [[0, 0], rows, columns, [0, 0]];
}
