import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Context } from "../../../core/detect/context";
import type { EventStream } from "../../../core/series/event-stream";
import { forward, weightTensors } from "../network";
import { keepBackend, NeuralTrouble } from "../backend/some-backend";
import { readNumbers, type Tf } from "../backend/tf";
import { batchesOf, chunksPerBatch, classesBefore, type Chunk } from "./event-chunks";
import type { SpecFor } from "./next-symbol";

const MAX_PLACES_PER_BATCH = 2048;
/** Logits of one batch. */
const MAX_LOGITS_PER_BATCH = 1_000_000;

/** What a network says of one place: the logits of all classes and what they amount to. */
export interface Answer {
  readonly logits: Float32Array;
  /** log of the sum of their exponentials: a class's log-probability is its logit less this. */
  readonly logSum: number;
}

/** Hands the answer for each place that the chunks forecast to `visit`; the logits are only valid during the call. */
export async function askNextSymbol(
  tf: Tf,
  specFor: SpecFor,
  weights: readonly Float32Array[],
  stream: EventStream,
  chunks: readonly Chunk[],
  classes: number,
  context: Pick<Context, "checkpoint">,
  visit: (place: number, answer: Answer) => void,
): Promise<void> {
  const backend = tf.getBackend();
  const tensors = weightTensors(tf, { spec: specFor(1), weights });
  const places = Math.max(1, Math.min(MAX_PLACES_PER_BATCH, Math.floor(MAX_LOGITS_PER_BATCH / classes)));
  const batches = batchesOf(chunks, places);
  try {
    for (const [i, batch] of batches.entries()) {
      await keepBackend(tf, backend);
      const { length } = batch;
      // Always as many rows, because a product of another size may round otherwise.
      const logits = logitsOf(
        tf,
        specFor,
        tensors,
        classesBefore(stream, batch, chunksPerBatch(length, places), 0),
        length,
      );
      batch.chunks.forEach(({ start, from, to }, row) => {
        for (let at = from; at < to; at++) {
          const first = (row * length + at - start) * classes;
          visit(at, answerOf(logits.subarray(first, first + classes)));
        }
      });
      await context.checkpoint((i + 1) / batches.length);
    }
  } finally {
    tf.dispose(tensors);
  }
}

function logitsOf(tf: Tf, specFor: SpecFor, weights: Tensor[], read: Float32Array, length: number): Float32Array {
  const logits = tf.tidy(() => {
    const x: Tensor2D = tf.tensor2d(read, [read.length / length, length]);
    return forward(tf, specFor(length), weights, x);
  });
  try {
    // Not within the tidy, which looks for tensors among all the numbers that it is given back.
    return readNumbers(logits);
  } finally {
    logits.dispose();
  }
}

function answerOf(logits: Float32Array): Answer {
  let largest = -Infinity;
  for (const logit of logits) if (logit > largest) largest = logit;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - largest);
  const logSum = largest + Math.log(sum);
  if (!Number.isFinite(logSum)) throw new NeuralTrouble("not-finite");
  return { logits, logSum };
}
