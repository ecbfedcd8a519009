import type { Context, Metric } from "../../../core/detect/context";
import { fusedLearner } from "../fused/fused-learner";
import { Learner, type Batch, type Learning, type TrainingTask, type Trained, type TrainPlan } from "./learner";
import { keepBackend } from "../backend/some-backend";
import type { Tf } from "../backend/tf";

/** What training asks of a detector's context. */
export type TrainContext = Pick<Context, "checkpoint" | "endsEarly" | "show">;

/** For a training that is too short to report, to cancel or to end early, such as a probe. */
export const unheard: TrainContext = {
  checkpoint: () => Promise.resolve(),
  endsEarly: () => false,
  show: () => undefined,
};

/**
 * Trains networks side by side, a report's worth of steps each in turn, so that one curve shows their mean losses;
 * shows where it stopped. Where the user ends it early, every network has taken at least one step and answers with
 * its best weights so far. Progress goes from 0 to `share` of the checkpoint's scale. Throws NeuralTrouble when a loss
 * or a weight is no number or the graphics card is lost, and what `checkpoint` throws when cancelled; no tensor is
 * left behind in any case.
 */
export async function train<B extends Batch>(
  tf: Tf,
  tasks: readonly TrainingTask<B>[],
  plan: TrainPlan,
  context: TrainContext,
  share: number,
): Promise<readonly Trained[]> {
  const backend = tf.getBackend();
  const learners: Learning[] = [];
  try {
    for (const task of tasks) {
      await context.checkpoint(0);
      await keepBackend(tf, backend);
      learners.push(fusedLearner(tf, task, plan) ?? new Learner(tf, task, plan));
    }
    const going = (learner: Learning) => !learner.stopped && !(learner.taken > 0 && context.endsEarly());
    for (let step = 0; step < plan.steps && learners.some(going);) {
      const count = Math.min(plan.reportEvery, plan.steps - step);
      for (const [turn, learner] of learners.entries()) {
        for (let i = 0; i < count && going(learner); i++) {
          await context.checkpoint((share * (step + (count * turn + i) / learners.length)) / plan.steps);
          await keepBackend(tf, backend);
          learner.step();
        }
        learner.report();
      }
      step += count;
      await context.checkpoint((share * step) / plan.steps, metricsOf(learners));
    }
    await keepBackend(tf, backend);
    showStop(learners, plan, context);
    return learners.map((learner) => learner.result());
  } finally {
    for (const learner of learners) learner.dispose();
  }
}

/** The mean of each loss over the networks, at the step of the one that went farthest. */
function metricsOf(learners: readonly Learning[]): Metric[] {
  const at = Math.max(...learners.map(({ taken }) => taken));
  const names = learners[0]?.metrics.map(({ name }) => name) ?? [];
  return names.map((name) => {
    const values = learners.flatMap(({ metrics }) => metrics.find((metric) => metric.name === name)?.value ?? []);
    return { name, at, value: values.reduce((sum, value) => sum + value, 0) / values.length };
  });
}

/** Of several networks the one that learned longest is shown. */
function showStop(learners: readonly Learning[], plan: TrainPlan, context: TrainContext): void {
  const [first] = learners.toSorted((a, b) => b.taken - a.taken);
  if (!first) return;
  const { taken: at, keptStep: kept, stopped } = first;
  const why = at >= plan.steps ? "all-steps" : stopped ? "no-better" : "ended-early";
  const { steps: of, perEpoch } = plan;
  context.show({ kind: "stopped", at, kept, of, why, ...(perEpoch !== undefined && { perEpoch }) });
}
