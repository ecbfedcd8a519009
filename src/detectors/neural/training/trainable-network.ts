import type { Rank, Scalar, Tensor, Tensor1D } from "@tensorflow/tfjs-core";
import type { AdamState } from "./adam";
import { optimiserStep, type OptimiserPlan } from "./optimiser";
import type { Tf } from "../backend/tf";

type Shapes = readonly (readonly number[])[];

/** One who learns: the weights it moves, with an optimiser of its own, and what it wants. `B` is what a batch holds. */
export interface TrainableNetwork<B> {
  /** Under which its loss is drawn; "loss" unless told. */
  readonly name?: string;
  /** Of the weights, in their order, and where they start. */
  readonly shapes: Shapes;
  readonly initial: readonly Float32Array[];
  /** What its optimiser does otherwise than the plan says. */
  readonly adam?: Partial<OptimiserPlan>;
  readonly carried?: Carried;
  /**
   * Differentiable in the weights. What is carried comes after them; `others` are the tensors of the other networks of
   * the task, the task's own first, laid out alike. All of these stand still for this network's step.
   */
  loss(tf: Tf, weights: readonly Tensor[], batch: B, others: readonly Tensor[]): Scalar;
}

/** What is kept from step to step but not learned by gradient, such as the vectors of a power iteration. */
export interface Carried {
  readonly shapes: Shapes;
  readonly initial: readonly Float32Array[];
  /** What is carried on after a step that led to `weights`. */
  next(tf: Tf, weights: readonly Tensor[], carried: readonly Tensor[]): readonly Tensor[];
}

/** A network in training. Dispose it. */
export class NetworkState<B> {
  private adam: AdamState;
  private carried: Tensor1D | null;
  private losses: Scalar[] = [];
  private taken = 0;

  constructor(
    private readonly tf: Tf,
    readonly network: TrainableNetwork<B>,
    private readonly plan: OptimiserPlan,
  ) {
    const parameters = joined(tf, network.initial);
    this.adam = { parameters, first: tf.zerosLike(parameters), second: tf.zerosLike(parameters) };
    this.carried = network.carried ? joined(tf, network.carried.initial) : null;
  }

  /** One step at `rateShare` of the learning rate; on a graphics card it is only queued. Call it within a tidy. */
  step(batch: B, others: readonly Tensor[], rateShare: number): void {
    const { tf, network, adam, carried } = this;
    const plan = { ...this.plan, ...network.adam };
    const still = carried ? split(tf, carried, network.carried?.shapes ?? []) : [];
    const { value, grads } = tf.valueAndGrads((...weights: Tensor[]) =>
      network.loss(tf, [...weights, ...still], batch, others),
    )(split(tf, adam.parameters, network.shapes));
    const gradient = tf.concat(grads.map((grad) => tf.reshape<Rank.R1>(grad, [grad.size])));
    const next = optimiserStep(tf, adam, gradient, ++this.taken, plan, rateShare);
    if (network.carried) {
      const moved = network.carried.next(tf, split(tf, next.parameters, network.shapes), still);
      this.carried = tf.keep(tf.concat(moved.map((part) => tf.reshape<Rank.R1>(part, [part.size]))));
      carried?.dispose();
    }
    this.adam = { parameters: tf.keep(next.parameters), first: tf.keep(next.first), second: tf.keep(next.second) };
    this.losses.push(tf.keep(value));
    tf.dispose([adam.parameters, adam.first, adam.second]);
  }

  /** The weights, then what is carried. Call it within a tidy. */
  tensors(): Tensor[] {
    const { tf, network } = this;
    const weights = split(tf, this.adam.parameters, network.shapes);
    return this.carried ? [...weights, ...split(tf, this.carried, network.carried?.shapes ?? [])] : weights;
  }

  /** The mean loss of the steps since `forgetLosses`; there must be some. Call it within a tidy. */
  meanLoss(): Scalar {
    return this.tf.mean(this.tf.stack(this.losses));
  }

  forgetLosses(): void {
    this.tf.dispose(this.losses);
    this.losses = [];
  }

  dispose(): void {
    this.tf.dispose([this.adam.parameters, this.adam.first, this.adam.second]);
    this.carried?.dispose();
    this.forgetLosses();
  }
}

/** Sizes of the tensors that `NetworkState.tensors` gives, one after the other. */
export function sizesOf<B>({ shapes, carried }: TrainableNetwork<B>): number[] {
  return [...shapes, ...(carried?.shapes ?? [])].map(sizeOf);
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function joined(tf: Tf, parts: readonly Float32Array[]): Tensor1D {
  return tf.tidy(() => tf.concat(parts.map((values) => tf.tensor1d(values))));
}

function split(tf: Tf, all: Tensor1D, shapes: Shapes): Tensor[] {
  return tf.split(all, shapes.map(sizeOf)).map((part, i) => tf.reshape(part, [...(shapes[i] ?? [])]));
}
