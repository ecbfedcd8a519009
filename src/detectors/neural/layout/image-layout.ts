import type { ParamSchema } from "../../../core/detect/param-schema";
import type { TrainingView } from "../../../core/detect/training-view";

/** The parameters of what looks at such images by convolutions. */
export const imageParams = {
  layout: {
    kind: "choice",
    default: "line",
    options: ["line", "square"],
    label: "Layout",
    help: "How the columns lie side by side: in a line, each next to those it goes with most, or the same line folded into a square.",
    main: true,
  },
  filters: {
    kind: "integer",
    default: 8,
    min: 2,
    max: 32,
    scale: "log",
    label: "Filters",
    help: "How many patterns of neighbouring columns each convolution looks for; more take longer.",
    main: true,
  },
} as const satisfies ParamSchema;

/** Where each feature lies in the small image that a convolution sees. */
export interface ImageLayout {
  readonly height: number;
  readonly width: number;
  /** The feature of each cell, row after row; -1 where there is none. */
  readonly cells: readonly number[];
}

/**
 * The features of `order` in a line; or in a square that the order runs through like a plough, every second row
 * backwards, so that neighbours stay neighbours.
 */
export function layOut(order: readonly number[], shape: "line" | "square"): ImageLayout {
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
export function layoutView({ width, cells }: ImageLayout, features: readonly string[]): TrainingView {
  return { kind: "layout", width, features, cells: Int32Array.from(cells) };
}
