import type { Tensor1D } from "@tensorflow/tfjs-core";
import type { Tf } from "../backend/tf";

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
  /** How much of the first and second moment stays at each step, in [0, 1); 0.9 and 0.999 unless told. */
  readonly betas?: readonly [number, number];
  /** Every step shortens all parameters by this share of the learning rate, apart from the gradient; none unless told. */
  readonly weightDecay?: number;
}

export const ADAM_BETAS = [0.9, 0.999] as const;
/** Explicit, because tfjs's default is 1e-7 on some backends and 1e-4 on WebGL, which then learns otherwise. */
export const ADAM_EPSILON = 1e-7;

/**
 * The state after step `step` (1, 2, …) along `gradient`. Kingma & Ba 2015, algorithm 1, with the decoupled weight
 * decay of Loshchilov & Hutter 2019. Call it within a tidy and dispose the old state.
 */
export function adamStep(tf: Tf, state: AdamState, gradient: Tensor1D, step: number, plan: AdamPlan): AdamState {
  const { learningRate, clipNorm, betas = ADAM_BETAS, weightDecay = 0 } = plan;
  const clipped = shortened(tf, gradient, clipNorm);
  const first: Tensor1D = tf.add(tf.mul(state.first, betas[0]), tf.mul(clipped, 1 - betas[0]));
  const second: Tensor1D = tf.add(tf.mul(state.second, betas[1]), tf.mul(tf.square(clipped), 1 - betas[1]));
  // Both bias corrections are pulled into the rate and into epsilon: the same numbers in fewer ops.
  const correction = Math.sqrt(1 - betas[1] ** step);
  const rate = (learningRate * correction) / (1 - betas[0] ** step);
  const move = tf.mul(tf.div(first, tf.add(tf.sqrt(second), ADAM_EPSILON * correction)), rate);
  const before: Tensor1D = weightDecay ? tf.mul(state.parameters, 1 - learningRate * weightDecay) : state.parameters;
  return { parameters: tf.sub(before, move), first, second };
}

/** The gradient, no longer (Euclidean) than `clipNorm`. */
export function shortened(tf: Tf, gradient: Tensor1D, clipNorm: number): Tensor1D {
  const norm = tf.sqrt(tf.sum(tf.square(gradient)));
  return tf.mul(gradient, tf.div(clipNorm, tf.maximum(norm, clipNorm)));
}
