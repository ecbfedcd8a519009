import type { Scalar, Tensor, Tensor1D } from "@tensorflow/tfjs-core";
import type { Metric } from "../../../core/detect/context";
import type { FusedTask } from "../fused/fused-task";
import type { OptimiserPlan } from "./optimiser";
import { NetworkState, sizesOf, type TrainableNetwork } from "./trainable-network";
import { rateShareAt, type Schedule } from "./schedule";
import { NeuralTrouble } from "../backend/some-backend";
import { contextLost, readNumbers, type Tf } from "../backend/tf";

/** What a step looks at: samples, and by name what stands beside them, as targets or noise. */
export type Batch = Tensor | Readonly<Record<string, Tensor>>;

/** What one network learns from. With rivals it is a game: on every batch each rival moves once, then the network itself. */
export interface TrainingTask<B extends Batch> extends TrainableNetwork<B> {
  /** The batch of the next step, of any size; called within a tidy. */
  next(tf: Tf): B;
  /** Samples held out to see when to stop, or null: then every step is taken and the last weights are kept. */
  readonly heldOut: ((tf: Tf) => B) | null;
  /** What the held-out samples are evaluated by, where that is not the loss itself. */
  validation?(tf: Tf, weights: readonly Tensor[], batch: B, others: readonly Tensor[]): Scalar;
  /** What share of the held-out samples is answered rightly, where an answer is right or wrong. */
  accuracy?(tf: Tf, weights: readonly Tensor[], batch: B, others: readonly Tensor[]): Scalar;
  readonly rivals?: readonly TrainableNetwork<B>[];
  /** The same in plain numbers, of a network of dense layers that learns without rivals: for a processor without a card. */
  readonly fused?: FusedTask | undefined;
  /** A look at the network after step `at`, with every report; called within a tidy. */
  look?(tf: Tf, at: number, weights: readonly Tensor[], others: readonly Tensor[]): void;
}

export interface TrainPlan extends OptimiserPlan {
  readonly steps: number;
  /** Steps until every sample was seen once; absent where that is not known. */
  readonly perEpoch?: number;
  /** Losses are read, and the held-out samples looked at, every so many steps. */
  readonly reportEvery: number;
  /** Stop after so many steps without a better validation loss. */
  readonly patience: number;
  /** A constant learning rate unless told. */
  readonly schedule?: Schedule;
}

export interface Trained {
  /** The network's weights, then what it carried. */
  readonly weights: readonly Float32Array[];
  /** Of its rivals, in their order, laid out alike; empty without. */
  readonly others: readonly Float32Array[];
  /** The step after which these weights were kept. */
  readonly step: number;
}

/** The metric of the share of held-out samples that is answered rightly. */
export const VALIDATION_ACCURACY = "validation accuracy";

/** One task on its way. Dispose it. */
export interface Learning {
  /** Of the last report. */
  readonly metrics: readonly Metric[];
  readonly taken: number;
  /** True once it no longer gets better. */
  readonly stopped: boolean;
  /** The step of the weights that `result` gives. */
  readonly keptStep: number;
  /** One batch, every network once. */
  step(): void;
  /** Waits for the steps so far, reads their mean losses, and sees whether the network still gets better. */
  report(): void;
  result(): Trained;
  dispose(): void;
}

/** A task that is learned by tfjs, on whatever backend there is. */
export class Learner<B extends Batch> implements Learning {
  metrics: readonly Metric[] = [];
  taken = 0;
  private readonly me: NetworkState<B>;
  private readonly rivals: readonly NetworkState<B>[];
  private readonly heldOut: B | null;
  private best: { readonly tensors: readonly Tensor[]; readonly loss: number; readonly step: number } | null = null;
  private reported = 0;

  constructor(
    private readonly tf: Tf,
    private readonly task: TrainingTask<B>,
    private readonly plan: TrainPlan,
  ) {
    this.me = new NetworkState(tf, task, plan);
    this.rivals = (task.rivals ?? []).map((rival) => new NetworkState(tf, rival, plan));
    const { heldOut } = task;
    this.heldOut = heldOut && tf.tidy(() => heldOut(tf));
  }

  get stopped(): boolean {
    return this.best !== null && this.taken - this.best.step >= this.plan.patience;
  }

  get keptStep(): number {
    return this.best?.step ?? this.taken;
  }

  step(): void {
    const { tf, plan, me, rivals } = this;
    const rateShare = plan.schedule ? rateShareAt(plan.schedule, this.taken + 1, plan.steps) : 1;
    tf.tidy(() => {
      const batch = this.task.next(tf);
      for (const network of [...rivals, me]) {
        const others = [me, ...rivals].filter((other) => other !== network).flatMap((other) => other.tensors());
        network.step(batch, others, rateShare);
      }
    });
    this.taken++;
  }

  report(): void {
    if (this.reported === this.taken) return;
    this.reported = this.taken;
    const { tf, task, me, rivals, taken: at } = this;
    const networks = [...rivals, me];
    const read = tf.tidy(() => {
      const losses = networks.map((network) => network.meanLoss());
      return readNumbers(tf.stack([...losses, ...(this.heldOut ? this.heldOutAnswers(this.heldOut) : [])]));
    });
    for (const network of networks) network.forgetLosses();
    if (contextLost(tf)) throw new NeuralTrouble("context-lost");
    if (!read.every(Number.isFinite)) throw new NeuralTrouble("not-finite");
    this.metrics = Array.from(read, (value, i) => {
      const network = networks[i];
      if (network) return { name: network.network.name ?? "loss", at, value };
      return { name: i === networks.length ? "validation loss" : VALIDATION_ACCURACY, at, value };
    });
    if (this.heldOut) this.keepIfBest(read[networks.length] ?? Infinity);
    tf.tidy(() => task.look?.(tf, at, me.tensors(), this.othersOfMe()));
  }

  result(): Trained {
    const { tf, task, me } = this;
    const [weights = [], ...others] = tf.tidy(() => {
      const all = this.best?.tensors ?? [...me.tensors(), ...this.othersOfMe()];
      const flat: Tensor1D[] = all.map((part) => tf.reshape(part, [part.size]));
      const numbers = readNumbers(tf.concat(flat));
      if (!numbers.every(Number.isFinite)) throw new NeuralTrouble("not-finite");
      let from = 0;
      return [task, ...(task.rivals ?? [])].map((network) =>
        sizesOf(network).map((size) => numbers.slice(from, (from += size))),
      );
    });
    return { weights, others: others.flat(), step: this.keptStep };
  }

  dispose(): void {
    for (const network of [this.me, ...this.rivals]) network.dispose();
    if (this.best) this.tf.dispose([...this.best.tensors]);
    if (this.heldOut) this.tf.dispose(this.heldOut);
  }

  /** The loss, and the accuracy where there is one. */
  private heldOutAnswers(batch: B): Scalar[] {
    const { tf, task, me } = this;
    const [own, others] = [me.tensors(), this.othersOfMe()];
    const loss = (task.validation ?? task.loss).call(task, tf, own, batch, others);
    return task.accuracy ? [loss, task.accuracy(tf, own, batch, others)] : [loss];
  }

  private keepIfBest(loss: number): void {
    if (this.best && loss >= this.best.loss) return;
    const { tf } = this;
    const tensors = tf.tidy(() => [...this.me.tensors(), ...this.othersOfMe()].map((part) => tf.keep(tf.clone(part))));
    if (this.best) tf.dispose([...this.best.tensors]);
    this.best = { tensors, loss, step: this.taken };
  }

  private othersOfMe(): Tensor[] {
    return this.rivals.flatMap((rival) => rival.tensors());
  }
}
