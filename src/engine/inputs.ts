import type { Detector } from "../core/detect/detector";
import { fitsShape } from "../core/detect/fits-shape";
import type { Recipe } from "../core/prepare/recipe";
import type { FailureCode } from "../core/data/failure";
import type { Checkpoint } from "./yield-to-events";
import { createMatrices, type Matrix } from "./matrices";
import type { Networks } from "./images/networks";
import { createImageInputs, type ImageInput } from "./images/image-inputs";
import { createShapedInputs, type ShapedInput } from "./series/shaped-inputs";
import type { FittedRun } from "./runs/stored-run";
import type { Table } from "./tables";

/** What a detector is given of a table: rows as they are, or what the recipe's shape makes of them. */
export type Input = Matrix | ShapedInput | ImageInput;

/** Whether the rows are images. */
export function isOfImages(input: Input): input is ImageInput {
  return input.kind === "images" || input.kind === "image-rows";
}

/** Gives what a run's detector saw. */
export type InputOf = (run: FittedRun) => Promise<Input>;

/** The inputs of runs, kept for as long as there is room. */
export function createInputs(networks: Networks) {
  const matrices = createMatrices();
  const shaped = createShapedInputs();
  const images = createImageInputs(networks);
  return {
    shaped,
    images,
    get(table: Table, recipe: Recipe, detector: Detector, checkpoint: Checkpoint): Promise<Input> {
      const { shape } = recipe;
      if (!shape) return matrices.get(table, recipe, detector.prefers, checkpoint);
      return shape.kind === "images"
        ? images.get(table, recipe, shape, detector, checkpoint)
        : shaped.get(table, recipe, shape, detector, checkpoint);
    },
    forgetTable(id: string): void {
      matrices.forgetTable(id);
      shaped.forgetTable(id);
      images.forgetTable();
    },
  };
}

export type Inputs = ReturnType<typeof createInputs>;

/** Why a detector can make nothing of rows of this shape; null where it can. */
export function refusalOf(detector: Pick<Detector, "accepts">, { shape }: Recipe): FailureCode | null {
  return fitsShape(detector, shape) ? null : `not-for-${shape?.kind ?? "rows"}`;
}
