import type { Tensor } from "@tensorflow/tfjs-core";
import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { sampleIndices } from "../../../core/math/random";
import { forward, weightTensors, type NetworkSpec } from "../network";
import { gatherRows } from "../training/rows";
import { readNumbers, type Tf } from "../backend/tf";

const MAX_ROWS_SHOWN = 2000;
const MAX_NUMBERS_SHOWN = 200_000;
/** Each look comes when this many times more steps are done: most of what there is to see happens at the start. */
const STEPS_RATIO_OF_LOOKS = 1.25;

interface ErrorsLook {
  /** For the task of the network that is watched: the first report is shown, then ever fewer. */
  look(tf: Tf, at: number, weights: readonly Tensor[]): void;
  /** Shows the errors with these weights, unless those after step `at` were shown. */
  now(tf: Tf, at: number, weights: readonly Float32Array[]): void;
}

/**
 * Shows how badly a network answers to some rows, always the same: the mean squared error of each. `wanted` are the
 * right answers, row by row; unless given, the rows themselves, which are to be rebuilt.
 */
export function errorsLook(
  spec: NetworkSpec,
  samples: SamplesBase,
  clip: number,
  random: () => number,
  context: Pick<Context, "show">,
  wanted: SamplesBase = samples,
): ErrorsLook {
  const most = Math.max(1, Math.min(MAX_ROWS_SHOWN, Math.floor(MAX_NUMBERS_SHOWN / samples.width)));
  const rows = sampleIndices(samples.count, most, random);
  const [values, answers] = [gatherRows(samples, rows, clip), gatherRows(wanted, rows, clip)];
  let [seen, next] = [-1, 0];
  const show = (tf: Tf, at: number, weights: readonly Tensor[]) => {
    seen = at;
    next = at * STEPS_RATIO_OF_LOOKS;
    const x = tf.tensor2d(values, [rows.length, samples.width]);
    const right = tf.tensor2d(answers, [rows.length, wanted.width]);
    const errors = readNumbers(tf.mean(tf.squaredDifference(forward(tf, spec, weights, x), right), 1));
    context.show({ kind: "errors", at, errors: errors.slice() });
  };
  return {
    look(tf, at, weights) {
      if (at >= next) show(tf, at, weights);
    },
    now(tf, at, weights) {
      if (at > seen) tf.tidy(() => show(tf, at, weightTensors(tf, { spec, weights })));
    },
  };
}
