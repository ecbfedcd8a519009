import type { Detector } from "../core/detect/detector";
import { fitsShape } from "../core/detect/fits-shape";
import type { Recipe } from "../core/prepare/recipe";
import type { FailureCode } from "../core/data/failure";
import type { Checkpoint } from "./breathe";
import { createMatrices, type Matrix } from "./matrices";
import { createShapedInputs, type ShapedInput } from "./series/shaped-inputs";
import type { FittedRun } from "./runs/stored-run";
import type { Table } from "./tables";

/** What a detector is given of a table: rows as they are, or what the recipe's shape makes of them. */
export type Input = Matrix | ShapedInput;

/** Gives what a run's detector saw. */
export type InputOf = (run: FittedRun) => Promise<Input>;

/** The inputs of runs, kept for as long as there is room. */
export function createInputs() {
  const matrices = createMatrices();
  const shaped = createShapedInputs();
  return {
    shaped,
    get(table: Table, recipe: Recipe, detector: Detector, checkpoint: Checkpoint): Promise<Input> {
      return recipe.shape && recipe.shape.kind !== "images"
        ? shaped.get(table, recipe, recipe.shape, detector, checkpoint)
        : matrices.get(table, recipe, detector.prefers, checkpoint);
    },
    forgetTable(id: string): void {
      matrices.forgetTable(id);
      shaped.forgetTable(id);
    },
  };
}

export type Inputs = ReturnType<typeof createInputs>;

/** Why a detector can make nothing of rows of this shape; null where it can. */
export function refusalOf(detector: Pick<Detector, "accepts">, { shape }: Recipe): FailureCode | null {
  return fitsShape(detector, shape) ? null : `not-for-${shape?.kind ?? "rows"}`;
}
