import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { fusedAnswers } from "../fused/fused-network";
import { forward, weightTensors, maxWidth, type Network } from "../network";
import { clipped } from "../training/rows";
import { keepBackend, NeuralTrouble } from "../backend/some-backend";
import { readNumbers, type Tf } from "../backend/tf";

/** Rows `from` to `to` of the samples and what each network made of them, [rows, width]. */
export interface Reconstructed {
  readonly from: number;
  readonly to: number;
  readonly values: Float32Array;
  readonly outputs: readonly Float32Array[];
}

/**
 * Runs the networks over all samples, clipped to ±`clip`, and hands each block to `visit`. Every block has the same
 * size, the last one padded with zeros, because a matrix product of another size may round otherwise: so a row's
 * outputs never depend on its company. Progress goes from `start` to 1 of the checkpoint's scale.
 */
export async function reconstruct(
  tf: Tf,
  networks: readonly Network[],
  clip: number,
  samples: Pick<SamplesBase, "count" | "width" | "block">,
  context: Pick<Context, "checkpoint">,
  start: number,
  visit: (block: Reconstructed) => void,
): Promise<void> {
  const backend = tf.getBackend();
  const size = blockSizeOf(networks);
  const padded = new Float32Array(size * samples.width);
  const weights: Tensor[][] = [];
  const fused = ["wasm", "cpu"].includes(backend) ? fusedAnswers(networks, size) : null;
  try {
    if (!fused) for (const network of networks) weights.push(weightTensors(tf, network));
    for (let from = 0; from < samples.count; from += size) {
      await keepBackend(tf, backend);
      const to = Math.min(from + size, samples.count);
      const values = samples.block(from, to);
      padded.fill(0, values.length);
      const inputs = clipped(values, clip, padded);
      const outputs = fused ? fused.map((answer) => answer(inputs)) : outputsOf(tf, networks, weights, inputs);
      if (!outputs.every(allFinite)) throw new NeuralTrouble("not-finite");
      visit({ from, to, values, outputs });
      await context.checkpoint(start + ((1 - start) * to) / samples.count);
    }
  } finally {
    tf.dispose(weights);
  }
}

function outputsOf(
  tf: Tf,
  networks: readonly Network[],
  weights: readonly (readonly Tensor[])[],
  inputs: Float32Array,
): readonly Float32Array[] {
  const tensors = tf.tidy(() => {
    const width = networks[0]?.spec.inputs ?? 0;
    const x = tf.tensor2d(inputs, [inputs.length / width, width]);
    return networks.map((network, i): Tensor2D => forward(tf, network.spec, weights[i] ?? [], x));
  });
  try {
    return tensors.map(readNumbers);
  } finally {
    tf.dispose(tensors);
  }
}

function allFinite(values: Float32Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

/** A power of two that depends on the networks alone: wide ones get smaller blocks, to bound the memory of a layer. */
function blockSizeOf(networks: readonly Network[]): number {
  const widest = Math.max(1, ...networks.map(({ spec }) => maxWidth(spec)));
  return 2 ** Math.max(5, Math.min(10, Math.floor(Math.log2(2 ** 18 / widest))));
}
