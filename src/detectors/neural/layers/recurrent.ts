import type { GradSaveFunc, Tensor, Tensor1D, Tensor2D, Tensor3D } from "@tensorflow/tfjs-core";
import type { Cell } from "../recurrent/cell";
import { gruCell } from "../recurrent/gru-cell";
import { lstmCell } from "../recurrent/lstm-cell";
import { simpleCell } from "../recurrent/simple-cell";
import { unroll } from "../recurrent/unroll";
import { readNumbers, type Tf } from "../backend/tf";
import type { LayerKind } from "./layer";

/** Reads a sequence [steps, numbers] step by step and keeps a state of `units` numbers in mind. */
export interface RecurrentLayer<K extends "rnn" | "gru" | "lstm" = "rnn" | "gru" | "lstm"> {
  readonly kind: K;
  readonly units: number;
  /** What comes out: the state after every step, [steps, units], or only the last one, [units]. */
  readonly states: "all" | "last";
}

const cells: { readonly [K in RecurrentLayer["kind"]]: Cell } = { rnn: simpleCell, gru: gruCell, lstm: lstmCell };

export const recurrentKind: LayerKind<RecurrentLayer> = {
  shapeOf({ units, states }, input) {
    const [steps] = sequenceOf(input);
    return states === "all" ? [steps, units] : [units];
  },
  // The kernel of the state stands first: its size decides where the weights start, however few numbers come in.
  weightShapesOf({ kind, units }, input) {
    const wide = cells[kind].gates * units;
    return [[units, wide], [sequenceOf(input)[1], wide], [wide]];
  },
  timesOf: (_, input) => sequenceOf(input)[0],
  forward: (tf, layer, x, weights, { through }) =>
    recurrent(tf, layer, x as Tensor3D, weights as [Tensor2D, Tensor2D, Tensor1D], through), // as asked for above
};

/**
 * The whole walk as one op with a gradient of its own, by backpropagation through time: what comes in is multiplied
 * for all steps at once on the backend, and so are the slopes of the weights; between them the steps are walked on
 * typed arrays, since a step on a backend would be mostly overhead.
 */
function recurrent(
  tf: Tf,
  { kind, units, states }: RecurrentLayer,
  x: Tensor3D,
  weights: [Tensor2D, Tensor2D, Tensor1D],
  through: boolean,
): Tensor {
  const [sequences, steps, numbers] = x.shape;
  const cell = cells[kind];
  const wide = cell.gates * units;
  const inputs = through ? [...weights, x] : weights;
  return tf.customGrad((...args: (Tensor | GradSaveFunc)[]) => {
    // tfjs passes the inputs and, last, a function that keeps tensors for the way back.
    const save = args[args.length - 1] as GradSaveFunc;
    const [stateKernel, kernel, bias] = weights;
    const rows: Tensor2D = tf.reshape(tf.transpose(x, [1, 0, 2]), [steps * sequences, numbers]);
    const projected = readNumbers(tf.fused.matMul({ a: rows, b: kernel, bias }));
    const walk = unroll(cell, units, steps, projected, readNumbers(stateKernel));
    save([rows, kernel]);
    const size = sequences * units;
    const value: Tensor =
      states === "last"
        ? tf.tensor2d(walk.states.subarray((steps - 1) * size), [sequences, units])
        : tf.transpose(tf.tensor3d(walk.states, [steps, sequences, units]), [1, 0, 2]);
    return {
      value,
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [inside, kernelBefore] = saved as [Tensor2D, Tensor2D]; // saved above, in this order
        const dStates = new Float32Array(steps * size);
        if (states === "last") dStates.set(readNumbers(dy), (steps - 1) * size);
        else dStates.set(readNumbers(tf.transpose(dy, [1, 0, 2])));
        const { dProjected, dRecurrent } = walk.back(dStates);
        const slopes = tf.tensor2d(dProjected, [steps * sequences, wide]);
        // The state before the first step is 0.
        const before = tf.tensor2d(walk.states.subarray(0, (steps - 1) * size), [(steps - 1) * sequences, units]);
        const fromStates = tf.tensor2d(dRecurrent.subarray(sequences * wide), [(steps - 1) * sequences, wide]);
        const dStateKernel: Tensor = steps > 1 ? tf.matMul(tf.transpose(before), fromStates) : tf.zeros([units, wide]);
        const own: Tensor[] = [dStateKernel, tf.matMul(tf.transpose(inside), slopes), tf.sum(slopes, 0)];
        if (!through) return own;
        const dRows: Tensor3D = tf.reshape(tf.matMul(slopes, tf.transpose(kernelBefore)), [steps, sequences, numbers]);
        return [...own, tf.transpose(dRows, [1, 0, 2])];
      },
    };
  })(...inputs);
}

function sequenceOf(input: readonly number[]): readonly [number, number] {
  const [steps = 0, numbers = 0] = input;
  if (input.length !== 2 || steps < 1)
    throw new Error(`a recurrent layer needs [steps, numbers], not [${input.join()}]`);
  return [steps, numbers];
}
