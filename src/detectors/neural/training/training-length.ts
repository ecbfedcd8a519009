import type { TrainPlan } from "./learner";
import { heldOutCount } from "./rows";

/** How long a person wants a network to learn. */
export interface LengthChoice {
  /** How often every sample is to be seen; 0: as many batches as `steps` says. */
  readonly epochs: number;
  readonly steps: number;
  readonly batch: number;
  /** Share of the samples that is held out. */
  readonly validation: number;
}

export type TrainingLength = Required<Pick<TrainPlan, "steps" | "perEpoch" | "reportEvery" | "patience">>;

/** Reading losses stops the graphics card for a moment, so that long trainings report less often. */
const MOST_REPORTS = 500;

/**
 * How many steps a training of `count` samples takes, and how often it reports: no choice is cut short. Where passes
 * over all samples were asked for, it goes on for at least one of them before it gives up for getting no better.
 */
export function trainingLength(
  { epochs, steps, batch, validation }: LengthChoice,
  count: number,
  pace: Pick<TrainPlan, "reportEvery" | "patience">,
): TrainingLength {
  const learned = Math.max(1, count - heldOutCount(count, validation));
  // The ragged rest of a pass is left out, as `shuffledBatches` does.
  const perEpoch = Math.max(1, Math.floor(learned / Math.min(batch, learned)));
  if (epochs === 0) return { ...pace, steps, perEpoch };
  const all = epochs * perEpoch;
  const reportEvery = Math.max(pace.reportEvery, Math.ceil(all / MOST_REPORTS));
  return { steps: all, perEpoch, reportEvery, patience: Math.max(pace.patience, perEpoch) };
}
