import type { Tensor1D } from "@tensorflow/tfjs-core";
import type { Tf } from "./tf";

/** All parameters of a network in one vector, and Adam's two moments: one update is a dozen ops, however many layers. */
export interface AdamState {
  readonly parameters: Tensor1D;
  readonly first: Tensor1D;
  readonly second: Tensor1D;
}

export interface AdamPlan {
  readonly learningRate: number;
  /** A gradient longer than this (Euclidean) is shortened to it. */
  readonly clipNorm: number;
}

const BETA1 = 0.9;
const BETA2 = 0.999;
/** Explicit, because tfjs's default is 1e-7 on some backends and 1e-4 on WebGL, which then learns otherwise. */
const EPSILON = 1e-7;

/**
 * The state after step `step` (1, 2, …) along `gradient`. Kingma & Ba 2015, algorithm 1. Call it within a tidy and
 * dispose the old state.
 */
export function adamStep(tf: Tf, state: AdamState, gradient: Tensor1D, step: number, plan: AdamPlan): AdamState {
  const norm = tf.sqrt(tf.sum(tf.square(gradient)));
  const clipped = tf.mul(gradient, tf.div(plan.clipNorm, tf.maximum(norm, plan.clipNorm)));
  const first: Tensor1D = tf.add(tf.mul(state.first, BETA1), tf.mul(clipped, 1 - BETA1));
  const second: Tensor1D = tf.add(tf.mul(state.second, BETA2), tf.mul(tf.square(clipped), 1 - BETA2));
  // Both bias corrections are pulled into the rate and into epsilon: the same numbers in fewer ops.
  const correction = Math.sqrt(1 - BETA2 ** step);
  const rate = (plan.learningRate * correction) / (1 - BETA1 ** step);
  const move = tf.mul(tf.div(first, tf.add(tf.sqrt(second), EPSILON * correction)), rate);
  return { parameters: tf.sub(state.parameters, move), first, second };
}
