import type { Tensor1D } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";
import { adadeltaStep } from "./adadelta";
import { adamStep, type AdamPlan, type AdamState } from "./adam";

/** How weights are moved along the gradient. Both keep two numbers beside each weight. */
export type Optimiser = "adam" | "adadelta";

export interface OptimiserPlan extends AdamPlan {
  /** Adam unless told. */
  readonly optimiser?: Optimiser;
}

/** The state after step `step` (1, 2, …) at `rateShare` of its length. Call it within a tidy and dispose the old state. */
export function optimiserStep(
  tf: Tf,
  state: AdamState,
  gradient: Tensor1D,
  step: number,
  plan: OptimiserPlan,
  rateShare: number,
): AdamState {
  const { optimiser = "adam", learningRate } = plan;
  switch (optimiser) {
    case "adam":
      return adamStep(tf, state, gradient, step, { ...plan, learningRate: learningRate * rateShare });
    case "adadelta":
      return adadeltaStep(tf, state, gradient, plan, rateShare);
    default:
      return optimiser satisfies never;
  }
}
