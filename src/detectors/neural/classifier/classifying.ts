import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { seededRandom } from "../../../core/math/random";
import type { Workload } from "../backend/backend";
import { crossEntropy, shareRight } from "../training/cross-entropy";
import type { TrainingTask } from "../training/learner";
import { forward, initialWeights, weightShapesOf, workOf, type NetworkSpec } from "../network";
import { gatherRows, shuffledBatches, type RowSplit } from "../training/rows";
import type { Tf } from "../backend/tf";
import { train, unheard } from "../training/train";
import { classCountOf } from "./class-split";
import { transformed, type Transformation } from "./transformations";

/** Rows [rows, features], and 1 where a row is of a class [rows, classes]. */
type ClassifyingBatch = Readonly<Record<"read" | "wanted", Tensor2D>>;

export interface ClassifyingPlan {
  readonly batch: number;
  /** What the network reads is held within ± this. */
  readonly clip: number;
}

/** The task of telling the known classes of the samples apart, by those of `split`, which all have one. */
export function classesTask(
  spec: NetworkSpec,
  samples: SamplesBase,
  classes: Int32Array,
  { learn, heldOut }: RowSplit,
  plan: ClassifyingPlan,
  random: () => number,
): TrainingTask<ClassifyingBatch> {
  const count = classCountOf(classes);
  const initial = initialWeights(spec, random);
  const batches = shuffledBatches(learn, plan.batch, random);
  const rowsOf = (tf: Tf, rows: Uint32Array) => {
    const wanted = new Float32Array(rows.length * count);
    rows.forEach((row, i) => (wanted[i * count + (classes[row] ?? 0)] = 1));
    return batchOf(tf, spec, gatherRows(samples, rows, plan.clip), wanted);
  };
  const asked = heldOut.length > 0 ? (tf: Tf) => rowsOf(tf, heldOut) : null;
  return classifying(spec, initial, random, (tf) => rowsOf(tf, batches()), asked);
}

/** The task of seeing which transformation was applied to a row. */
export function transformationsTask(
  spec: NetworkSpec,
  samples: SamplesBase,
  transformations: readonly Transformation[],
  { learn, heldOut }: RowSplit,
  plan: ClassifyingPlan,
  random: () => number,
): TrainingTask<ClassifyingBatch> {
  const count = transformations.length;
  const initial = initialWeights(spec, random);
  const batches = shuffledBatches(learn, plan.batch, random);
  const rowsOf = (tf: Tf, rows: Uint32Array) => {
    const wanted = new Float32Array(rows.length * count * count);
    for (let i = 0; i < rows.length * count; i++) wanted[i * count + (i % count)] = 1;
    const images = transformed(gatherRows(samples, rows, plan.clip), samples.width, transformations);
    return batchOf(tf, spec, images, wanted);
  };
  const asked = heldOut.length > 0 ? (tf: Tf) => rowsOf(tf, heldOut) : null;
  return classifying(spec, initial, random, (tf) => rowsOf(tf, batches()), asked);
}

const PROBE_STEPS = 5;
const PROBE_BATCH = 128;
/** Networks of large images are tried on fewer samples. */
const PROBE_WORK = 2 ** 27;

/** A few steps of such a task on noise; networks of about the same work share what was measured. */
export function classifyingWorkload(spec: NetworkSpec): Workload {
  return {
    key: `conv ${Math.round(Math.log2(workOf(spec)))}`,
    steps: PROBE_STEPS,
    async train(tf) {
      const random = seededRandom(1);
      const batch = Math.max(2, Math.min(PROBE_BATCH, Math.floor(PROBE_WORK / workOf(spec))));
      const read = Float32Array.from({ length: batch * spec.inputs }, () => 2 * random() - 1);
      const last = spec.layers.at(-1);
      const count = last?.kind === "dense" ? last.units : 1;
      const wanted = Float32Array.from({ length: batch * count }, (_, i) => (i % count ? 0 : 1));
      const task = classifying(spec, initialWeights(spec, random), random, () => batchOf(tf, spec, read, wanted));
      const plan = { learningRate: 1e-3, clipNorm: 1, reportEvery: PROBE_STEPS, patience: Infinity };
      await train(tf, [task], { steps: PROBE_STEPS, ...plan }, unheard, 0);
    },
  };
}

function batchOf(tf: Tf, spec: NetworkSpec, read: Float32Array, wanted: Float32Array): ClassifyingBatch {
  const rows = read.length / spec.inputs;
  return { read: tf.tensor2d(read, [rows, spec.inputs]), wanted: tf.tensor2d(wanted, [rows, wanted.length / rows]) };
}

function classifying(
  spec: NetworkSpec,
  initial: readonly Float32Array[],
  random: () => number,
  next: (tf: Tf) => ClassifyingBatch,
  heldOut: TrainingTask<ClassifyingBatch>["heldOut"] = null,
): TrainingTask<ClassifyingBatch> {
  const answers = (tf: Tf, weights: readonly Tensor[], read: Tensor2D) =>
    forward(tf, spec, weights, read, { random: null, ofBatch: true });
  return {
    shapes: weightShapesOf(spec),
    initial,
    next,
    heldOut,
    validation: (tf, weights, { read, wanted }) => crossEntropy(tf, answers(tf, weights, read), wanted),
    accuracy: (tf, weights, { read, wanted }) => shareRight(tf, answers(tf, weights, read), wanted),
    loss: (tf, weights, { read, wanted }) => crossEntropy(tf, forward(tf, spec, weights, read, { random }), wanted),
  };
}
