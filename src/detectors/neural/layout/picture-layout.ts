import type { Sight } from "../../../core/detect/sight";

/** Where each feature lies in the small picture that a convolution sees. */
export interface PictureLayout {
  readonly height: number;
  readonly width: number;
  /** The feature of each cell, row after row; -1 where there is none. */
  readonly cells: readonly number[];
}

/**
 * The features of `order` in a line; or in a square that the order runs through like a plough, every second row
 * backwards, so that neighbours stay neighbours.
 */
export function layOut(order: readonly number[], shape: "line" | "square"): PictureLayout {
  if (shape === "line") return { height: 1, width: order.length, cells: order };
  const width = Math.ceil(Math.sqrt(order.length));
  const height = Math.ceil(order.length / width);
  const cells = Array.from({ length: height * width }, (_, cell) => {
    const [row, column] = [Math.floor(cell / width), cell % width];
    return order[row * width + (row % 2 ? width - 1 - column : column)] ?? -1;
  });
  return { height, width, cells };
}

/** The layout as it is shown. */
export function layoutSight({ width, cells }: PictureLayout, features: readonly string[]): Sight {
  return { kind: "layout", width, features, cells: Int32Array.from(cells) };
}
