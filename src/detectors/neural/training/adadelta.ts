import type { Tensor1D } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";
import { shortened, type AdamPlan, type AdamState } from "./adam";

/** How much of both means stays at each step, and what keeps the first steps from being none: Zeiler's own. */
export const [ADADELTA_DECAY, ADADELTA_EPSILON] = [0.95, 1e-6];

/**
 * The state after a step along `gradient`, whose length the earlier steps and gradients alone decide: `first` is the
 * mean squared gradient, `second` the mean squared step. At `rateShare` of its length. Zeiler 2012, algorithm 1. Call it
 * within a tidy and dispose the old state.
 */
export function adadeltaStep(
  tf: Tf,
  state: AdamState,
  gradient: Tensor1D,
  { clipNorm, learningRate, weightDecay = 0 }: AdamPlan,
  rateShare: number,
): AdamState {
  const clipped = shortened(tf, gradient, clipNorm);
  const first: Tensor1D = tf.add(tf.mul(state.first, ADADELTA_DECAY), tf.mul(tf.square(clipped), 1 - ADADELTA_DECAY));
  const ratio = tf.sqrt(tf.div(tf.add(state.second, ADADELTA_EPSILON), tf.add(first, ADADELTA_EPSILON)));
  const move: Tensor1D = tf.mul(ratio, clipped);
  const second: Tensor1D = tf.add(tf.mul(state.second, ADADELTA_DECAY), tf.mul(tf.square(move), 1 - ADADELTA_DECAY));
  const before: Tensor1D = weightDecay ? tf.mul(state.parameters, 1 - learningRate * weightDecay) : state.parameters;
  return { parameters: tf.sub(before, tf.mul(move, rateShare)), first, second };
}
