import type { Metric } from "../../../core/detect/context";
import { createKernel, type Kernel } from "../../../core/kernels/kernel";
import { NeuralTrouble } from "../backend/some-backend";
import type { Tf } from "../backend/tf";
import { weightTensors } from "../network";
import type { Batch, Learning, TrainingTask, Trained, TrainPlan } from "../training/learner";
import { rateShareAt } from "../training/schedule";
import { fusedLoss, type FusedLoss, type PlainBatch } from "./fused-loss";
import { denseLayersOf, fours, FusedNetwork } from "./fused-network";
import type { FusedTask } from "./fused-task";
import { COPIES, fusedStep, GRADIENT_COPY } from "./fused-optimiser";

/** Held-out rows that are answered at once, unless batches are larger. */
const MIN_ROWS = 256;

/** As `Learner`; null where the task cannot be done so, or the backend that was chosen has a processor of its own. */
export function fusedLearner<B extends Batch>(tf: Tf, task: TrainingTask<B>, plan: TrainPlan): Learning | null {
  if (!task.fused || !["wasm", "cpu"].includes(tf.getBackend())) return null;
  const kernel = createKernel();
  return kernel && new FusedLearner(tf, kernel, task, task.fused, plan);
}

class FusedLearner<B extends Batch> implements Learning {
  metrics: readonly Metric[] = [];
  taken = 0;
  private readonly network: FusedNetwork;
  private best: { readonly weights: readonly Float32Array[]; readonly loss: number; readonly step: number } | null =
    null;
  private losses: number[] = [];
  private reported = 0;

  constructor(
    private readonly tf: Tf,
    private readonly kernel: Kernel,
    private readonly task: TrainingTask<B>,
    private readonly fused: FusedTask,
    private readonly plan: TrainPlan,
  ) {
    const { spec } = fused;
    this.network = new FusedNetwork(
      kernel,
      spec,
      denseLayersOf(spec) ?? [],
      fours(Math.max(MIN_ROWS, fused.batch)),
      COPIES,
    );
    this.network.setWeights(task.initial);
  }

  get stopped(): boolean {
    return this.best !== null && this.taken - this.best.step >= this.plan.patience;
  }

  get keptStep(): number {
    return this.best?.step ?? this.taken;
  }

  step(): void {
    const { plan, network } = this;
    const rateShare = plan.schedule ? rateShareAt(plan.schedule, this.taken + 1, plan.steps) : 1;
    const { loss, slopes } = this.lossOf(this.fused.next());
    this.losses.push(loss);
    network.gradient(slopes, GRADIENT_COPY);
    fusedStep(this.kernel, network, ++this.taken, plan, rateShare);
  }

  report(): void {
    if (this.reported === this.taken) return;
    this.reported = this.taken;
    const { tf, task, fused, taken: at } = this;
    const loss = this.losses.reduce((sum, one) => sum + one, 0) / this.losses.length;
    this.losses = [];
    const weights = this.network.weights();
    const heldOut = fused.heldOut && this.lossOf(fused.heldOut).loss;
    if (!Number.isFinite(loss) || !Number.isFinite(heldOut ?? 0) || !weights.every(allFinite))
      throw new NeuralTrouble("not-finite");
    this.metrics = [{ name: "loss", at, value: loss }];
    if (heldOut !== null) {
      this.metrics = [...this.metrics, { name: "validation loss", at, value: heldOut }];
      if (!this.best || heldOut < this.best.loss) this.best = { weights, loss: heldOut, step: at };
    }
    if (task.look) tf.tidy(() => task.look?.(tf, at, weightTensors(tf, { spec: fused.spec, weights }), []));
  }

  result(): Trained {
    const weights = this.best?.weights ?? this.network.weights();
    if (!weights.every(allFinite)) throw new NeuralTrouble("not-finite");
    return { weights, others: [], step: this.keptStep };
  }

  /** Its memory goes with it. */
  dispose(): void {
    this.losses = [];
  }

  private lossOf({ read, wanted }: PlainBatch): FusedLoss {
    const { network, fused } = this;
    const { inputs } = fused.spec;
    const size = network.rows * inputs;
    const parts: Float32Array[] = [];
    for (let from = 0; from < read.length; from += size) {
      const answers = network.answer(read.subarray(from, from + size));
      parts.push(read.length > size ? answers.slice() : answers);
    }
    return fusedLoss(joined(parts), network.answersWide, wanted, (wanted.length * inputs) / read.length, fused);
  }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function allFinite(numbers: Float32Array): boolean {
  return numbers.every(Number.isFinite);
}
