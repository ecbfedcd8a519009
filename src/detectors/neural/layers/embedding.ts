import type { Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import { withOwnGradient } from "../ops/own-gradient";
import { readNumbers } from "../backend/tf";
import type { LayerKind } from "./layer";

/** Looks up, for each number of a flat sample, a row of a table that is learned: [steps] of codes become [steps, units]. */
export interface EmbeddingLayer {
  readonly kind: "embedding";
  /** Rows of the table; codes are whole numbers from 0 to below it. */
  readonly codes: number;
  readonly units: number;
}

export const embeddingKind: LayerKind<EmbeddingLayer> = {
  shapeOf({ units }, input) {
    if (input.length !== 1) throw new Error(`an embedding needs flat samples, not [${input.join()}]`);
    return [...input, units];
  },
  weightShapesOf: ({ codes, units }) => [[codes, units]],
  forward(tf, { codes, units }, x, weights) {
    const [samples = 0, steps = 0] = x.shape;
    const codesOf = readNumbers(x);
    const rows: Tensor1D = tf.cast(tf.reshape(x, [samples * steps]), "int32");
    // The one weight asked for above.
    return withOwnGradient<Tensor>(tf, weights[0] as Tensor2D, (table) => ({
      value: tf.reshape(tf.gather(table, rows), [samples, steps, units]),
      gradFunc: (dy) => tf.tensor2d(sumsOf(readNumbers(dy), codesOf, codes, units), [codes, units]),
    }));
  },
};

/** Adds up the rows that share a code; the kernel of the cpu backend would look at all of them for every code. */
function sumsOf(rows: Float32Array, codeOf: Float32Array, codes: number, units: number): Float32Array {
  const sums = new Float32Array(codes * units);
  codeOf.forEach((code, row) => {
    for (let unit = 0; unit < units; unit++) sums[code * units + unit]! += rows[row * units + unit]!; // a row each
  });
  return sums;
}
