import type { Shape } from "../series/shape";
import type { Detector } from "./detector";

/** Whether a detector can make something of rows of this shape (undefined: each for itself). Series come as windows, and images as few pixels, to those of a matrix. */
export function fitsShape({ accepts }: Pick<Detector, "accepts">, shape: Shape | undefined): boolean {
  switch (shape?.kind) {
    case undefined:
      return accepts.includes("matrix");
    case "series":
      return accepts.includes("series") || accepts.includes("matrix");
    case "events":
      return accepts.includes("events");
    case "images":
      return accepts.includes("images") || accepts.includes("matrix");
    default:
      return shape satisfies never;
  }
}
