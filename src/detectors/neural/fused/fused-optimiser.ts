import type { Kernel } from "../../../core/kernels/kernel";
import { ADADELTA_DECAY, ADADELTA_EPSILON } from "../training/adadelta";
import { ADAM_BETAS, ADAM_EPSILON } from "../training/adam";
import type { OptimiserPlan } from "../training/optimiser";
import type { FusedNetwork } from "./fused-network";

/** Copies of the parameters that a step needs: themselves, their gradient, and two numbers beside each. */
export const COPIES = 4;
const [GRADIENT, FIRST, SECOND] = [1, 2, 3];

/** Where `FusedNetwork.gradient` is to write. */
export const GRADIENT_COPY = GRADIENT;

/** Step `step` (1, 2, …) along the gradient, at `rateShare` of its length: what `optimiserStep` does, in one call. */
export function fusedStep(
  kernel: Kernel,
  network: FusedNetwork,
  step: number,
  plan: OptimiserPlan,
  rateShare: number,
): void {
  const { optimiser = "adam", learningRate, clipNorm, betas = ADAM_BETAS, weightDecay = 0 } = plan;
  const count = network.parameters;
  const [gradient, first, second] = [network.copy(GRADIENT), network.copy(FIRST), network.copy(SECOND)];
  const shorten = clipNorm / Math.max(Math.sqrt(kernel.squaredLength(gradient, count)), clipNorm);
  const places = [network.copy(0), gradient, first, second, count, shorten];
  switch (optimiser) {
    case "adam": {
      const correction = Math.sqrt(1 - betas[1] ** step);
      const rate = (learningRate * rateShare * correction) / (1 - betas[0] ** step);
      const keep = 1 - learningRate * rateShare * weightDecay;
      kernel.adam(...places, ...betas, rate, ADAM_EPSILON * correction, keep);
      return;
    }
    case "adadelta":
      kernel.adadelta(...places, ADADELTA_DECAY, rateShare, ADADELTA_EPSILON, 1 - learningRate * weightDecay);
      return;
    default:
      return optimiser satisfies never;
  }
}
