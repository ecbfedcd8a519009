import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Context, Metric } from "../../../core/detect/context";
import { seededRandom } from "../../../core/math/random";
import type { EventStream } from "../../../core/series/event-stream";
import type { Workload } from "../backend/backend";
import { crossEntropy, shareRight } from "../training/cross-entropy";
import { heldOutNotes } from "../training/held-out-notes";
import { reshaped } from "../layers/reshape";
import type { TrainingTask } from "../training/learner";
import { architectureOf, forward, initialWeights, weightShapesOf, workOf, type NetworkSpec } from "../network";
import type { Tf } from "../backend/tf";
import { train, unheard } from "../training/train";
import { verdictOf } from "../training/verdict";
import { classesBefore, lengthOf, shuffledChunks, splitChunks, type Chunk, type ChunkBatch } from "./event-chunks";
import type { EventRnnParams } from "./event-rnn-params";

/** What was read, [chunks, length], and what came next, [chunks * length, classes]: 1 at the class, rows of 0 do not count. */
type Batch = Readonly<Record<"read" | "wanted", Tensor2D>>;

/** The network for chunks of a length. */
export type SpecFor = (length: number) => NetworkSpec;

/** Places in a step; of few events fewer, so that a pass is at least so many steps. */
const [MIN_PLACES, MAX_PLACES, STEPS_PER_PASS] = [64, 512, 20];
const REPORTS_PER_TRAINING = 40;
/** Steps that are enough for a network of this size, where there are few events. */
const ENOUGH_STEPS = 250;
const [MIN_PASSES, MAX_PASSES] = [3, 30];
const CLIP_NORM = 1;

export type NextSymbolPlan = Pick<EventRnnParams, "passes" | "learningRate" | "batch" | "optimiser" | "validation">;

/** Weights that have learned to forecast these chunks. Shows how they learn and says how well. */
export async function trainNextSymbol(
  tf: Tf,
  specFor: SpecFor,
  stream: EventStream,
  chunks: readonly Chunk[],
  classes: number,
  { passes, learningRate, batch, optimiser, validation }: NextSymbolPlan,
  random: () => number,
  context: Context,
): Promise<readonly Float32Array[]> {
  const { learn, heldOut } = splitChunks(chunks, validation, random);
  const all = learn.reduce((sum, { from, to }) => sum + to - from, 0);
  const usual = Math.max(MIN_PLACES, Math.min(MAX_PLACES, Math.round(all / STEPS_PER_PASS)));
  const places = batch || usual;
  const next = shuffledChunks(learn, places, random);
  const perPass = Math.max(1, Math.ceil(all / places));
  const wanted = passes || Math.min(MAX_PASSES, Math.max(MIN_PASSES, Math.round(ENOUGH_STEPS / perPass)));
  const steps = Math.max(1, perPass * wanted);
  const longest = specFor(Math.max(1, ...chunks.map(lengthOf)));
  context.show({
    kind: "architecture",
    copies: 1,
    networks: [{ name: "forecaster", input: [longest.inputs], layers: architectureOf(longest) }],
  });
  // As long as the longest, so that one batch holds them all; what is filled up does not count.
  const asked = heldOut.length > 0 ? { length: Math.max(...heldOut.map(lengthOf)), chunks: heldOut } : null;
  const task: TrainingTask<Batch> = {
    ...forecasting(specFor, classes, initialWeights(specFor(1), random)),
    next: (t) => batchOf(t, stream, next(), classes),
    heldOut: asked && ((t) => batchOf(t, stream, asked, classes)),
  };
  const metrics: Metric[] = [];
  const heard: Context = {
    ...context,
    checkpoint(done, more = []) {
      metrics.push(...more);
      return context.checkpoint(done, more);
    },
  };
  const reportEvery = Math.max(1, Math.round(steps / REPORTS_PER_TRAINING));
  const [trained] = await train(
    tf,
    [task],
    { steps, perEpoch: perPass, learningRate, optimiser, clipNorm: CLIP_NORM, reportEvery, patience: Infinity },
    heard,
    1,
  );
  context.note(verdictOf(metrics, usualSurprise(stream, chunks, classes)));
  const mostFrequent = usualRight(stream, heldOut, classes);
  for (const note of heldOutNotes(
    metrics,
    heldOut.reduce((sum, { from, to }) => sum + to - from, 0),
    mostFrequent,
  ))
    context.note(note);
  return trained?.weights ?? task.initial;
}

function forecasting(
  specFor: SpecFor,
  classes: number,
  initial: readonly Float32Array[],
): Omit<TrainingTask<Batch>, "next"> {
  const logitsOf = (tf: Tf, weights: readonly Tensor[], read: Tensor2D) =>
    reshaped(tf, forward(tf, specFor(read.shape[1]), weights, read), [-1, classes]) as Tensor2D; // as asked for
  return {
    shapes: weightShapesOf(specFor(1)),
    initial,
    heldOut: null,
    loss: (tf, weights, { read, wanted }) => crossEntropy(tf, logitsOf(tf, weights, read), wanted),
    accuracy: (tf, weights, { read, wanted }) => shareRight(tf, logitsOf(tf, weights, read), wanted),
  };
}

function batchOf(tf: Tf, stream: EventStream, batch: ChunkBatch, classes: number): Batch {
  const { length, chunks } = batch;
  const wanted = new Float32Array(chunks.length * length * classes);
  chunks.forEach(({ start, from, to }, row) => {
    for (let at = from; at < to; at++) wanted[(row * length + at - start) * classes + stream.classes[at]!] = 1; // a place
  });
  return {
    read: tf.tensor2d(classesBefore(stream, batch, chunks.length, 0), [chunks.length, length]),
    wanted: tf.tensor2d(wanted, [chunks.length * length, classes]),
  };
}

/** How often each class is to be forecast. */
function countsOf({ classes }: EventStream, chunks: readonly Chunk[], count: number): Float64Array {
  const counts = new Float64Array(count);
  for (const { from, to } of chunks) for (let at = from; at < to; at++) counts[classes[at]!]!++; // a place, a class
  return counts;
}

/** The share that who always forecasts the most frequent class gets right. */
function usualRight(stream: EventStream, chunks: readonly Chunk[], count: number): number {
  const counts = countsOf(stream, chunks, count);
  return Math.max(...counts) / Math.max(1, counts.reduce((sum, one) => sum + one, 0)); // prettier-ignore
}

/** The mean surprise of who knows how frequent each class is, and nothing else. */
function usualSurprise(stream: EventStream, chunks: readonly Chunk[], count: number): number {
  const counts = countsOf(stream, chunks, count);
  const all = counts.reduce((sum, one) => sum + one, 0);
  return counts.reduce((sum, one) => (one > 0 ? sum - (one / all) * Math.log(one / all) : sum), 0);
}

const PROBE_SIZE = { steps: 3, length: 16, chunks: 16 };

/** A few steps of forecasting noise. */
export function nextSymbolWorkload(specFor: SpecFor, classes: number): Workload {
  const spec = specFor(PROBE_SIZE.length);
  return {
    key: `${spec.layers.map(({ kind }) => kind).join()} ${Math.round(Math.log2(workOf(spec)))}`,
    steps: PROBE_SIZE.steps,
    async train(tf) {
      const random = seededRandom(1);
      const drawn = Uint32Array.from({ length: PROBE_SIZE.length + 1 }, () => Math.floor(random() * classes));
      const stream = { classes: drawn, depths: drawn, ends: drawn };
      const chunks = Array.from({ length: PROBE_SIZE.chunks }, () => ({
        start: 1,
        from: 1,
        to: PROBE_SIZE.length + 1,
      }));
      const task: TrainingTask<Batch> = {
        ...forecasting(specFor, classes, initialWeights(specFor(1), random)),
        next: () => batchOf(tf, stream, { length: PROBE_SIZE.length, chunks }, classes),
      };
      await train(
        tf,
        [task],
        { steps: PROBE_SIZE.steps, learningRate: 1e-3, clipNorm: 1, reportEvery: PROBE_SIZE.steps, patience: Infinity },
        unheard,
        0,
      );
    },
  };
}
