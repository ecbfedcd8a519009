import type { Context } from "../../../core/detect/detector";
import type { Samples } from "../../../core/detect/samples";
import type { Network } from "../network";
import { reconstruct, type Reconstructed } from "../rebuilding/reconstruct";
import { residualScaleOf, strangeness, type ResidualScale } from "../rebuilding/residual-scale";
import type { Tf } from "../backend/tf";

/** Networks whose answers to a row are usual or strange. */
export interface Witness {
  readonly networks: readonly Network[];
  /** How the answers of each network usually lie. */
  readonly scales: readonly ResidualScale[];
  /** What the networks read is held within ± this. */
  readonly clip: number;
  /** Whether they rebuild the row: then it is their error that counts, from the whole value, else the answer itself. */
  readonly rebuilds: boolean;
}

/** `visit` gets, for each block and each network, [rows, answers] one after the other. */
export async function hearWitness(
  tf: Tf,
  { networks, clip, rebuilds }: Omit<Witness, "scales">,
  samples: Samples,
  context: Pick<Context, "checkpoint">,
  visit: (answers: Float32Array, network: number, block: Reconstructed) => void,
): Promise<void> {
  await reconstruct(tf, networks, clip, samples, context, 0, (block) => {
    const { from, to, values } = block;
    for (const [i, output] of block.outputs.entries()) {
      // Below the last row of the samples a block is filled up.
      const own = output.subarray(0, (to - from) * answersOf(networks[i]));
      visit(rebuilds ? values.map((value, at) => value - (own[at] ?? 0)) : own, i, block);
    }
  });
}

/** The same with the scales of its answers to `reference`. */
export async function witnessOf(
  tf: Tf,
  unscaled: Omit<Witness, "scales">,
  reference: Samples,
  context: Pick<Context, "checkpoint">,
): Promise<Witness> {
  const answers = unscaled.networks.map((network) => new Float32Array(reference.count * answersOf(network)));
  await hearWitness(tf, unscaled, reference, context, (some, i, { from }) => {
    answers[i]?.set(some, from * answersOf(unscaled.networks[i]));
  });
  const scales: ResidualScale[] = [];
  for (const [i, all] of answers.entries())
    scales.push(await residualScaleOf(all, answersOf(unscaled.networks[i]), () => context.checkpoint(1)));
  return { ...unscaled, scales };
}

/** Mean strangeness of the answers of all networks to each sample; >= 0. */
export async function strangenessOf(
  tf: Tf,
  witness: Witness,
  samples: Samples,
  context: Pick<Context, "checkpoint">,
): Promise<Float64Array> {
  const scores = new Float64Array(samples.count);
  await hearWitness(tf, witness, samples, context, (answers, i, { from }) => {
    const [scale, width] = [witness.scales[i], answersOf(witness.networks[i])];
    const share = 1 / (width * witness.networks.length);
    for (let at = 0; scale && at < answers.length; at++) {
      const row = from + Math.floor(at / width);
      scores[row] = (scores[row] ?? 0) + share * strangeness(scale, at % width, answers[at] ?? 0);
    }
  });
  return scores;
}

function answersOf(network: Network | undefined): number {
  const last = network?.spec.layers.at(-1);
  return last?.kind === "dense" ? last.units : 0;
}
