import type { Scalar, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";
import { forward, initialWeights, weightShapesOf, type NetworkSpec } from "../network";
import { crossEntropy, shareRight } from "../training/cross-entropy";
import type { TrainingTask } from "../training/learner";
import { weightedSum } from "../training/losses";
import type { RowSplit } from "../training/rows";
import { equallyLong, shuffledSequences, type ReadSequences } from "./read-sequences";

/** Sequences of one length or of several: `read0` and `wanted0`, `read1` and `wanted1`, … */
type SequenceBatch = Readonly<Record<string, Tensor2D>>;

/** The network for sequences of a length. */
export type SpecFor = (length: number) => NetworkSpec;

/** Sequences that are looked at together where all of them are. */
const HELD_OUT_AT_ONCE = 256;

/** The task of telling the classes of whole sequences apart; a batch is of one length, what is held out of any. */
export function sequenceClassesTask(
  specFor: SpecFor,
  read: ReadSequences,
  classes: Int32Array,
  count: number,
  { learn, heldOut }: RowSplit,
  batch: number,
  random: () => number,
): TrainingTask<SequenceBatch> {
  const initial = initialWeights(specFor(1), random);
  const next = shuffledSequences(read, learn, batch, random);
  const batchOf = (tf: Tf, groups: readonly Uint32Array[]): SequenceBatch =>
    Object.fromEntries(
      groups.flatMap((sequences, group) => {
        const wanted = new Float32Array(sequences.length * count);
        sequences.forEach((sequence, row) => (wanted[row * count + classes[sequence]!] = 1)); // a known class
        const numbers = read.read(sequences);
        return [
          [`read${group}`, tf.tensor2d(numbers, [sequences.length, numbers.length / sequences.length])],
          [`wanted${group}`, tf.tensor2d(wanted, [sequences.length, count])],
        ];
      }),
    );
  const asked = equallyLong(read, heldOut, HELD_OUT_AT_ONCE);
  return {
    shapes: weightShapesOf(specFor(1)),
    initial,
    next: (tf) => batchOf(tf, [next()]),
    heldOut: asked.length > 0 ? (tf) => batchOf(tf, asked) : null,
    loss: (tf, weights, some) => meanOver(tf, specFor, weights, some, crossEntropy),
    accuracy: (tf, weights, some) => meanOver(tf, specFor, weights, some, shareRight),
  };
}

/** The mean of a measure over all sequences of a batch. */
function meanOver(
  tf: Tf,
  specFor: SpecFor,
  weights: readonly Tensor[],
  batch: SequenceBatch,
  measure: (tf: Tf, logits: Tensor2D, wanted: Tensor2D) => Scalar,
): Scalar {
  const groups = Array.from({ length: Object.keys(batch).length / 2 }, (_, group) => {
    const [read, wanted] = [batch[`read${group}`]!, batch[`wanted${group}`]!]; // as they were made
    return { rows: read.shape[0], value: measure(tf, forward(tf, specFor(read.shape[1]), weights, read), wanted) };
  });
  const all = groups.reduce((sum, { rows }) => sum + rows, 0);
  return weightedSum(
    tf,
    groups.map(({ value }) => value),
    groups.map(({ rows }) => rows / all),
  );
}
