import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { normalDeviates, seededRandom } from "../../../core/math/random";
import type { Workload } from "../backend/backend";
import type { TrainingTask } from "../training/learner";
import type { ErrorKind } from "../training/error-kinds";
import { trimmedError } from "../training/losses";
import type { FusedTask } from "../fused/fused-task";
import type { PlainBatch } from "../fused/fused-loss";
import { denseLayersOf } from "../fused/fused-network";
import { forward, initialWeights, weightShapesOf, workOf, type NetworkSpec } from "../network";
import { gatherRows, shuffledBatches, splitRows } from "../training/rows";
import type { Tf } from "../backend/tf";
import { train, unheard } from "../training/train";
import { typicalAnswerLoss } from "../training/typical-answer";

export interface RebuildingPlan {
  /** Of the rows, held out to see when to stop. */
  readonly validation: number;
  readonly steps: number;
  readonly batch: number;
  /** The network reads, and is asked for, values held within ± this. */
  readonly clip: number;
  /** Share of each batch, the worst rebuilt rows, that is not learned from. */
  readonly trimmed: number;
  /** Standard deviation, for each feature, of what is added to what the network reads while it learns; null: nothing. */
  readonly noise: Float32Array | null;
  /** What is made small; the squared error unless told. */
  readonly loss?: ErrorKind;
}

/** Rows as the network reads them, and as it is to answer. */
export type RebuildingBatch = Readonly<Record<"read" | "wanted", Tensor2D>>;

/** Numbers of the rows learned from that show what is typical. */
const TYPICAL_NUMBERS = 200_000;

/**
 * The task of one autoencoder: rebuild the clipped rows, the worst share of each batch left out; and the loss of
 * answering always the same, for `verdictOf`.
 */
export function rebuildingTask(
  spec: NetworkSpec,
  samples: SamplesBase,
  plan: RebuildingPlan,
  random: () => number,
): { readonly task: TrainingTask<RebuildingBatch>; readonly baseline: number } {
  const { learn, heldOut } = splitRows(samples.count, plan.validation, plan.steps * plan.batch, random);
  const initial = initialWeights(spec, random);
  const batches = shuffledBatches(learn, plan.batch, random);
  const numbersOf = (rows: Uint32Array) => gatherRows(samples, rows, plan.clip);
  const tensorOf = (tf: Tf, numbers: Float32Array) =>
    tf.tensor2d(numbers, [numbers.length / samples.width, samples.width]);
  const tensors = (tf: Tf, { read, wanted }: PlainBatch): RebuildingBatch => {
    const rows = tensorOf(tf, read);
    return { read: rows, wanted: read === wanted ? rows : tensorOf(tf, wanted) };
  };
  const normal = normalDeviates(random);
  const { noise } = plan;
  const next = (): PlainBatch => {
    const wanted = numbersOf(batches());
    return {
      read: noise ? wanted.map((value, i) => value + (noise[i % samples.width] ?? 0) * normal()) : wanted,
      wanted,
    };
  };
  const typical = numbersOf(learn.subarray(0, Math.max(1, Math.floor(TYPICAL_NUMBERS / samples.width))));
  const evaluated = heldOut.length ? numbersOf(heldOut) : null;
  const held = evaluated && { read: evaluated, wanted: evaluated };
  return {
    task: {
      ...rebuilding(spec, initial, plan),
      next: (tf) => tensors(tf, next()),
      heldOut: held && ((tf) => tensors(tf, held)),
      fused: fusedTask(spec, plan, { next, heldOut: held }),
    },
    baseline: typicalAnswerLoss(typical, evaluated ?? typical, samples.width, plan.trimmed, plan.loss),
  };
}

const PROBE_STEPS = 10;
const PROBE_BATCH = 32;
/** Networks of large images are tried on fewer samples: the choice between backends is plain there, and dear. */
const PROBE_WORK = 2 ** 27;

/** A few steps of such a task on noise; networks of about the same work share what was measured. */
export function rebuildingWorkload(spec: NetworkSpec): Workload {
  return {
    key: `${[...new Set(spec.layers.map(({ kind }) => kind))].join()} ${Math.round(Math.log2(workOf(spec)))}`,
    steps: PROBE_STEPS,
    async train(tf) {
      const random = seededRandom(1);
      const batch = Math.max(2, Math.min(PROBE_BATCH, Math.floor(PROBE_WORK / workOf(spec))));
      const noise = Float32Array.from({ length: batch * spec.inputs }, () => 2 * random() - 1);
      const rows = () => tf.tensor2d(noise, [batch, spec.inputs]);
      const task: TrainingTask<RebuildingBatch> = {
        ...rebuilding(spec, initialWeights(spec, random), { trimmed: 0.2 }),
        next: () => ({ read: rows(), wanted: rows() }),
        heldOut: null,
        fused: fusedTask(
          spec,
          { trimmed: 0.2, batch },
          { next: () => ({ read: noise, wanted: noise }), heldOut: null },
        ),
      };
      const plan = {
        steps: PROBE_STEPS,
        learningRate: 1e-3,
        clipNorm: 1,
        reportEvery: PROBE_STEPS,
        patience: Infinity,
      };
      await train(tf, [task], plan, unheard, 0);
    },
  };
}

function rebuilding(
  spec: NetworkSpec,
  initial: readonly Float32Array[],
  { trimmed, loss = "squared" }: Pick<RebuildingPlan, "trimmed" | "loss">,
): Omit<TrainingTask<RebuildingBatch>, "next" | "heldOut"> {
  return {
    shapes: weightShapesOf(spec),
    initial,
    loss: (tf, weights, { read, wanted }) => trimmedError(tf, forward(tf, spec, weights, read), wanted, trimmed, loss),
  };
}

/** The same in plain numbers; undefined for a network that is not of dense layers alone. */
function fusedTask(
  spec: NetworkSpec,
  { trimmed, batch, loss: error = "squared" }: Pick<RebuildingPlan, "trimmed" | "batch" | "loss">,
  rows: Pick<FusedTask, "next" | "heldOut">,
): FusedTask | undefined {
  return denseLayersOf(spec) ? { spec, batch, error, trimmed, ...rows } : undefined;
}
