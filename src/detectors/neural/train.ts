import type { Rank, Scalar, Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import type { Context, Metric } from "../../core/detect/detector";
import { adamStep, type AdamPlan, type AdamState } from "./adam";
import { keepBackend, NeuralTrouble } from "./some-backend";
import { contextLost, readNumbers, type Tf } from "./tf";

/** What one network learns from. */
export interface Lesson {
  /** Of the weights, in their order, and where they start. */
  readonly shapes: readonly (readonly number[])[];
  readonly initial: readonly Float32Array[];
  /** Numbers per sample. */
  readonly width: number;
  /** The samples of the next step, [batch, width] row after row; read before the next call. */
  next(): Float32Array;
  /** Samples held out to see when to stop, or null: then every step is taken and the last weights are kept. */
  readonly heldOut: Float32Array | null;
  /** Differentiable in the weights. */
  loss(tf: Tf, weights: readonly Tensor[], samples: Tensor2D): Scalar;
}

export interface TrainPlan extends AdamPlan {
  readonly steps: number;
  /** Losses are read, and the held-out samples looked at, every so many steps. */
  readonly reportEvery: number;
  /** Stop after so many steps without a better validation loss. */
  readonly patience: number;
}

export interface Trained {
  readonly weights: readonly Float32Array[];
  /** The step after which these weights were kept. */
  readonly step: number;
}

/**
 * Trains networks side by side, a report's worth of steps each in turn, so that one curve shows their mean losses.
 * Progress goes from 0 to `share` of the checkpoint's scale. Throws NeuralTrouble when a loss or a weight is no
 * number or the graphics card is lost, and what `checkpoint` throws when cancelled; no tensor is left behind in any case.
 */
export async function train(
  tf: Tf,
  lessons: readonly Lesson[],
  plan: TrainPlan,
  context: Pick<Context, "checkpoint">,
  share: number,
): Promise<readonly Trained[]> {
  const backend = tf.getBackend();
  const learners: Learner[] = [];
  try {
    for (const lesson of lessons) {
      await context.checkpoint(0);
      await keepBackend(tf, backend);
      learners.push(new Learner(tf, lesson, plan));
    }
    for (let step = 0; step < plan.steps && learners.some((learner) => !learner.stopped);) {
      const count = Math.min(plan.reportEvery, plan.steps - step);
      for (const [turn, learner] of learners.entries()) {
        for (let i = 0; i < count && !learner.stopped; i++) {
          await context.checkpoint((share * (step + (count * turn + i) / learners.length)) / plan.steps);
          await keepBackend(tf, backend);
          learner.step();
        }
        learner.report();
      }
      step += count;
      await context.checkpoint((share * step) / plan.steps, metricsOf(learners, step));
    }
    return learners.map((learner) => learner.result());
  } finally {
    for (const learner of learners) learner.dispose();
  }
}

function metricsOf(learners: readonly Learner[], at: number): Metric[] {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const metrics: Metric[] = [{ name: "loss", at, value: mean(learners.map((learner) => learner.loss)) }];
  if (learners.every((learner) => learner.heldOut !== null))
    metrics.push({ name: "validation loss", at, value: mean(learners.map((learner) => learner.heldOutLoss)) });
  return metrics;
}

class Learner {
  loss = NaN;
  heldOutLoss = NaN;
  stopped = false;
  readonly heldOut: Tensor2D | null;
  private state: AdamState;
  private best: { parameters: Tensor1D; loss: number; step: number } | null = null;
  private taken = 0;
  private losses: Scalar[] = [];
  private readonly sizes: readonly number[];

  constructor(
    private readonly tf: Tf,
    private readonly lesson: Lesson,
    private readonly plan: TrainPlan,
  ) {
    this.sizes = lesson.shapes.map((shape) => shape.reduce((product, size) => product * size, 1));
    this.heldOut = lesson.heldOut && this.samples(lesson.heldOut);
    const parameters = tf.tidy(() => tf.concat(lesson.initial.map((values) => tf.tensor1d(values))));
    this.state = { parameters, first: tf.zerosLike(parameters), second: tf.zerosLike(parameters) };
  }

  /** One batch; on a graphics card it is only queued. */
  step(): void {
    const { tf, lesson, state } = this;
    const next = tf.tidy(() => {
      const batch = this.samples(lesson.next());
      const weights = this.split(state.parameters);
      const { value, grads } = tf.valueAndGrads((...all: Tensor[]) => lesson.loss(tf, all, batch))(weights);
      const gradient = tf.concat(grads.map((grad) => tf.reshape<Rank.R1>(grad, [grad.size])));
      return { ...adamStep(tf, state, gradient, this.taken + 1, this.plan), loss: value };
    });
    this.taken++;
    this.replace({ parameters: next.parameters, first: next.first, second: next.second });
    this.losses.push(next.loss);
  }

  /** Waits for the steps so far, reads their mean loss, and sees whether the network still gets better. */
  report(): void {
    if (this.stopped) return;
    const { tf } = this;
    const numbers = tf.tidy(() => {
      const mean = tf.mean(tf.stack(this.losses));
      const { parameters } = this.state;
      return tf.stack(this.heldOut ? [mean, this.lesson.loss(tf, this.split(parameters), this.heldOut)] : [mean]);
    });
    tf.dispose(this.losses);
    this.losses = [];
    const [loss = NaN, heldOutLoss = 0] = readNumbers(numbers);
    numbers.dispose();
    if (contextLost(tf)) throw new NeuralTrouble("context-lost");
    if (!Number.isFinite(loss) || !Number.isFinite(heldOutLoss)) throw new NeuralTrouble("not-finite");
    [this.loss, this.heldOutLoss] = [loss, heldOutLoss];
    if (!this.heldOut) return;
    if (!this.best || heldOutLoss < this.best.loss) {
      this.best?.parameters.dispose();
      this.best = { parameters: tf.clone(this.state.parameters), loss: heldOutLoss, step: this.taken };
    }
    this.stopped = this.taken - this.best.step >= this.plan.patience;
  }

  result(): Trained {
    const { parameters, step } = this.best ?? { parameters: this.state.parameters, step: this.taken };
    const all = readNumbers(parameters);
    if (!all.every(Number.isFinite)) throw new NeuralTrouble("not-finite");
    let from = 0;
    return { weights: this.sizes.map((size) => all.slice(from, (from += size))), step };
  }

  dispose(): void {
    const { parameters, first, second } = this.state;
    this.tf.dispose([parameters, first, second, ...this.losses]);
    this.best?.parameters.dispose();
    this.heldOut?.dispose();
  }

  private samples(values: Float32Array): Tensor2D {
    return this.tf.tensor2d(values, [values.length / this.lesson.width, this.lesson.width]);
  }

  private split(parameters: Tensor1D): Tensor[] {
    const parts = this.tf.split(parameters, [...this.sizes]);
    return parts.map((part, i) => this.tf.reshape(part, [...(this.lesson.shapes[i] ?? [])]));
  }

  private replace(next: AdamState): void {
    this.tf.dispose([this.state.parameters, this.state.first, this.state.second]);
    this.state = next;
  }
}
