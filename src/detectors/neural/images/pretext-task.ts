import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { normalDeviates, shuffle } from "../../../core/math/random";
import type { Tf } from "../backend/tf";
import { forward, initialWeights, weightShapesOf, type NetworkSpec } from "../network";
import { withOwnGradient } from "../ops/own-gradient";
import { crossEntropy, shareRight } from "../training/cross-entropy";
import type { TrainingTask } from "../training/learner";
import { weightedSum } from "../training/losses";
import { shuffledBatches, type RowSplit } from "../training/rows";
import { cutPaste } from "./cut-paste";
import { scaledNumbers, type ImageScale } from "./image-scale";
import { moved, rotated, ROTATION_COUNT } from "./rotations";

/** Logits of a network that was taught without classes: one for each turn, then these: whole, block and scar. */
export const PIECE_LOGITS = 3;

type PretextBatch = Readonly<Record<"read" | "turns" | "pieces", Tensor2D>>;

/** Images are moved by up to this share of their side, and get noise of this standard deviation, while it learns. */
const MAX_MOVE_SHARE = 1 / 24;
const NOISE_DEVIATION = 0.05;

/**
 * The task of two tasks that need no labels: by how many quarters an image was rotated (Golan & El-Yaniv 2018), and
 * whether a piece of it was pasted elsewhere (Li et al. 2021). Turns are blind to texture, pieces to what a thing is.
 * Of each image the batch holds the four turns, two of them with a piece.
 */
export function pretextTask(
  spec: NetworkSpec,
  samples: SamplesBase,
  scale: ImageScale,
  { learn, heldOut }: RowSplit,
  batch: number,
  random: () => number,
): TrainingTask<PretextBatch> {
  const [size = 0] = samples.shape;
  const initial = initialWeights(spec, random);
  const batches = shuffledBatches(learn, batch, random);
  const normal = normalDeviates(random);
  const asked = (tf: Tf, rows: Uint32Array): PretextBatch => {
    const count = rows.length * ROTATION_COUNT;
    const read = new Float32Array(count * samples.width);
    const [turns, pieces] = [new Float32Array(count * ROTATION_COUNT), new Float32Array(count * PIECE_LOGITS)];
    let at = 0;
    for (const row of rows) {
      const image = shaken(samples.block(row, row + 1), size, random);
      // Half of the turns show it whole.
      const kinds = shuffle<number, number[]>([0, 0, 1, 2], random);
      for (const [quarters, kind] of kinds.entries()) {
        const piece = kind === 0 ? null : kind === 1 ? "block" : "scar";
        const shown = rotated(piece ? cutPaste(image, size, piece, random) : image, size, quarters);
        read.set(
          scaledNumbers(shown, scale).map((value) => value + NOISE_DEVIATION * normal()),
          at * samples.width,
        );
        turns[at * ROTATION_COUNT + quarters] = 1;
        pieces[at * PIECE_LOGITS + kind] = 1;
        at++;
      }
    }
    return {
      read: tf.tensor2d(read, [count, samples.width]),
      turns: tf.tensor2d(turns, [count, ROTATION_COUNT]),
      pieces: tf.tensor2d(pieces, [count, PIECE_LOGITS]),
    };
  };
  const lossOf = (tf: Tf, logits: Tensor2D, { turns, pieces }: PretextBatch) => {
    const losses = [crossEntropy(tf, columnsOf(tf, logits, 0, ROTATION_COUNT), turns), crossEntropy(tf, columnsOf(tf, logits, ROTATION_COUNT, PIECE_LOGITS), pieces)]; // prettier-ignore
    return weightedSum(tf, losses, [1, 1]);
  };
  const answers = (tf: Tf, weights: readonly Tensor[], { read }: PretextBatch) =>
    forward(tf, spec, weights, read, { random: null, ofBatch: true });
  return {
    shapes: weightShapesOf(spec),
    initial,
    heldOut: heldOut.length > 0 ? (tf) => asked(tf, heldOut) : null,
    next: (tf) => asked(tf, batches()),
    loss: (tf, weights, batch) => lossOf(tf, forward(tf, spec, weights, batch.read, { random }), batch),
    validation: (tf, weights, batch) => lossOf(tf, answers(tf, weights, batch), batch),
    accuracy: (tf, weights, batch) =>
      shareRight(tf, columnsOf(tf, answers(tf, weights, batch), 0, ROTATION_COUNT), batch.turns),
  };
}

/** An image moved a little at random. */
export function shaken(image: Float32Array, size: number, random: () => number): Float32Array {
  const most = Math.round(MAX_MOVE_SHARE * size);
  const draw = () => Math.floor(random() * (2 * most + 1)) - most;
  return moved(image, size, draw(), draw());
}

/** Columns `from` and those behind it. Differentiable. */
function columnsOf(tf: Tf, x: Tensor2D, from: number, count: number): Tensor2D {
  const [rows, columns] = x.shape;
  return withOwnGradient<Tensor2D>(tf, x, (input: Tensor) => ({
    value: tf.slice(input as Tensor2D, [0, from], [rows, count]), // of rank 2, as `x` is
    gradFunc: (dy) => tf.pad(dy, [[0, 0], [from, columns - from - count]]), // prettier-ignore
  }));
}
