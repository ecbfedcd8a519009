import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Context, Metric } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { sampleIndices, seededRandom } from "../../../core/math/random";
import type { Workload } from "../backend/backend";
import type { TrainingTask } from "../training/learner";
import { heldOutNotes } from "../training/held-out-notes";
import { trimmedError } from "../training/losses";
import {
  architectureOf,
  forward,
  initialWeights,
  weightShapesOf,
  workOf,
  type Network,
  type NetworkSpec,
} from "../network";
import { errorsLook } from "../rebuilding/rebuilding-errors";
import type { ErrorKind } from "../training/error-kinds";
import { gatherRows, shuffledBatches } from "../training/rows";
import type { Tf } from "../backend/tf";
import { train, unheard } from "../training/train";
import { typicalAnswerLoss } from "../training/typical-answer";
import { verdictOf } from "../training/verdict";
import type { BlockSeries } from "./block-series";
import { blockWindowsOf, rowsOfWindows, someWindows, type WindowPlan } from "./block-windows";
import { lastHeldOut } from "./last-held-out";
import type { ForecasterParams } from "./rnn-forecaster-params";

type Batch = Readonly<Record<"read" | "wanted", Tensor2D>>;

/** More windows tell a network of this size no more; of many series they are drawn from all. */
const MAX_WINDOWS_LEARNED = 4000;
const WINDOWS_PER_BATCH = 64;
const MIN_STEPS_PER_EPOCH = 7;
const MIN_PER_BATCH = 8;
const CLIP_NORM = 1;

/** A network that has learned to forecast these blocks. Shows how it learns and says how well. */
export async function trainForecaster(
  tf: Tf,
  spec: NetworkSpec,
  blocks: BlockSeries,
  plan: WindowPlan,
  params: Pick<ForecasterParams, "epochs" | "learningRate" | "batch" | "optimiser" | "loss" | "validation">,
  random: () => number,
  context: Context,
): Promise<Network> {
  const all = blockWindowsOf(blocks, plan);
  const windows = someWindows(all, sampleIndices(all.first.length, MAX_WINDOWS_LEARNED, random));
  const [read, wanted] = [rowsOfWindows(blocks, windows, "read"), rowsOfWindows(blocks, windows, "wanted")];
  const { epochs, learningRate, loss, optimiser } = params;
  const { learn, heldOut } = lastHeldOut(windows, params.validation);
  const size = params.batch || batchFor(learn.length);
  const perEpoch = Math.max(1, Math.floor(learn.length / size));
  const batches = shuffledBatches(learn, size, random);
  context.show({
    kind: "architecture",
    copies: 1,
    networks: [{ name: "forecaster", input: [spec.inputs], layers: architectureOf(spec) }],
  });
  const batchOf = (t: Tf, rows: Uint32Array) => ({ read: tensorOf(t, read, rows), wanted: tensorOf(t, wanted, rows) });
  const errors = errorsLook(spec, read, Infinity, random, context, wanted);
  const task: TrainingTask<Batch> = {
    ...forecasting(spec, initialWeights(spec, random), loss),
    next: (t) => batchOf(t, batches()),
    heldOut: heldOut.length > 0 ? (t) => batchOf(t, heldOut) : null,
    look: errors.look,
  };
  const metrics: Metric[] = [];
  const heard: Context = {
    ...context,
    checkpoint(done, more = []) {
      metrics.push(...more);
      return context.checkpoint(done, more);
    },
  };
  errors.now(tf, 0, task.initial);
  const trainPlan = {
    steps: epochs * perEpoch,
    learningRate,
    clipNorm: CLIP_NORM,
    optimiser,
    perEpoch,
    reportEvery: perEpoch,
    patience: Infinity,
  };
  const [trained] = await train(tf, [task], trainPlan, heard, 1);
  const weights = trained?.weights ?? task.initial;
  errors.now(tf, metrics.at(-1)?.at ?? 0, weights);
  const [targets, asked] = [learn, heldOut.length > 0 ? heldOut : learn].map((rows) =>
    gatherRows(wanted, rows, Infinity),
  );
  context.note(verdictOf(metrics, typicalAnswerLoss(targets!, asked!, wanted.width, 0, loss))); // two of two
  for (const note of heldOutNotes(metrics, heldOut.length)) context.note(note);
  return { spec, weights };
}

/** As many windows in a step as are usual; of few windows fewer, so that a pass is some steps. */
function batchFor(windows: number): number {
  return Math.min(WINDOWS_PER_BATCH, Math.max(MIN_PER_BATCH, Math.floor(windows / MIN_STEPS_PER_EPOCH)));
}

function forecasting(
  spec: NetworkSpec,
  initial: readonly Float32Array[],
  loss: ErrorKind = "squared",
): Omit<TrainingTask<Batch>, "next"> {
  return {
    shapes: weightShapesOf(spec),
    initial,
    heldOut: null,
    loss: (tf, weights, { read, wanted }) => trimmedError(tf, forward(tf, spec, weights, read), wanted, 0, loss),
  };
}

function tensorOf(tf: Tf, samples: SamplesBase, rows: Uint32Array): Tensor2D {
  return tf.tensor2d(gatherRows(samples, rows, Infinity), [rows.length, samples.width]);
}

const PROBE_SIZE = { steps: 5, batch: 32 };

/** A few steps of forecasting noise. */
export function forecastWorkload(spec: NetworkSpec): Workload {
  return {
    key: `${spec.layers.map(({ kind }) => kind).join()} ${Math.round(Math.log2(workOf(spec)))}`,
    steps: PROBE_SIZE.steps,
    async train(tf) {
      const random = seededRandom(1);
      const outputs = architectureOf(spec).at(-1)?.shape[0] ?? 1;
      const noise = (columns: number) =>
        tf.tensor2d(
          Float32Array.from({ length: PROBE_SIZE.batch * columns }, () => 2 * random() - 1),
          [PROBE_SIZE.batch, columns],
        );
      const task: TrainingTask<Batch> = {
        ...forecasting(spec, initialWeights(spec, random)),
        next: () => ({ read: noise(spec.inputs), wanted: noise(outputs) }),
      };
      const plan = {
        steps: PROBE_SIZE.steps,
        learningRate: 1e-3,
        clipNorm: 1,
        reportEvery: PROBE_SIZE.steps,
        patience: Infinity,
      };
      await train(tf, [task], plan, unheard, 0);
    },
  };
}
