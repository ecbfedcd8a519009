import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import type { Tf } from "../backend/tf";
import { outputsOf, type Network } from "../network";
import { someRows } from "../training/rows";
import { reconstruct, type Reconstructed } from "./reconstruct";
import { plainScale, residualScaleOf, strangeness, type PlainError, type ResidualScale } from "./residual-scale";

/** Networks whose answers to a row are usual or strange. */
export interface NetworkScorer {
  readonly networks: readonly Network[];
  /** How the answers of each network usually lie. */
  readonly scales: readonly ResidualScale[];
  /** What the networks read is held within ± this. */
  readonly clip: number;
  /** Whether they rebuild the row: then it is their error that counts, from the whole value, else the answer itself. */
  readonly rebuilds: boolean;
  /** What of an error counts; absent: how far beyond the usual it lies. */
  readonly plain?: PlainError | undefined;
}

/** Rows, and numbers, that are enough to know by what is usual. */
const MAX_REFERENCE_ROWS = 10_000;
const MAX_REFERENCE_NUMBERS = 5e6;
const MIN_REFERENCE_ROWS = 100;

/** Rows to know by what so many networks usually answer. */
export function referenceRows(samples: SamplesBase, networks: number, random: () => number): SamplesBase {
  const most = Math.min(MAX_REFERENCE_ROWS, Math.floor(MAX_REFERENCE_NUMBERS / (samples.width * networks)));
  return someRows(samples, Math.max(MIN_REFERENCE_ROWS, most), random);
}

/** The same with the scales of its answers to `reference`. */
export async function networkScorerOf(
  tf: Tf,
  unscaled: Omit<NetworkScorer, "scales">,
  reference: SamplesBase,
  context: Pick<Context, "checkpoint">,
): Promise<NetworkScorer> {
  const widths = unscaled.networks.map(({ spec }) => outputsOf(spec));
  const { plain } = unscaled;
  if (plain) return { ...unscaled, scales: widths.map((width) => plainScale(width, plain)) };
  const answers = widths.map((width) => new Float32Array(reference.count * width));
  await runNetworkScorer(tf, unscaled, reference, context, (some, i, { from }) => {
    answers[i]?.set(some, from * (widths[i] ?? 0));
  });
  const scales: ResidualScale[] = [];
  for (const [i, all] of answers.entries())
    scales.push(await residualScaleOf(all, widths[i] ?? 0, () => context.checkpoint(1)));
  return { ...unscaled, scales };
}

/** Mean strangeness of the answers of all networks to each sample; >= 0. */
export async function strangenessOf(
  tf: Tf,
  networkScorer: NetworkScorer,
  samples: SamplesBase,
  context: Pick<Context, "checkpoint">,
): Promise<Float64Array> {
  const scores = new Float64Array(samples.count);
  await runNetworkScorer(tf, networkScorer, samples, context, (answers, i, { from, to }) => {
    const scale = networkScorer.scales[i];
    const width = answers.length / (to - from);
    for (let row = from, at = 0; scale && row < to; row++) {
      let sum = 0;
      for (let j = 0; j < width; j++, at++) sum += strangeness(scale, j, answers[at] ?? 0);
      scores[row] = (scores[row] ?? 0) + sum / (width * networkScorer.networks.length);
    }
  });
  return scores;
}

/** Of samples that are rebuilt: each column's part in the strangeness, and what would have counted as usual there; both [samples, width]. */
export interface Parts {
  readonly parts: Float64Array;
  readonly expected: Float32Array;
}

/** How much each column adds to the error of samples that a network rebuilds; the parts of a sample add up to its score. */
export async function partsOf(
  tf: Tf,
  networkScorer: NetworkScorer,
  samples: SamplesBase,
  context: Pick<Context, "checkpoint">,
): Promise<Parts> {
  const { width } = samples;
  const members = networkScorer.networks.length;
  const parts = new Float64Array(samples.count * width);
  const expected = new Float32Array(parts.length);
  await runNetworkScorer(tf, networkScorer, samples, context, (errors, i, { from, outputs }) => {
    const scale = networkScorer.scales[i];
    for (let cell = 0; scale && cell < errors.length; cell++) {
      const [at, j] = [from * width + cell, cell % width];
      const usual = (outputs[i]?.[cell] ?? 0) + (scale.centre[j] ?? 0);
      parts[at] = (parts[at] ?? 0) + strangeness(scale, j, errors[cell] ?? 0) / (width * members);
      expected[at] = (expected[at] ?? 0) + usual / members;
    }
  });
  return { parts, expected };
}

/** `visit` gets, for each block and each network, [rows, answers] one after the other. */
async function runNetworkScorer(
  tf: Tf,
  { networks, clip, rebuilds }: Omit<NetworkScorer, "scales">,
  samples: SamplesBase,
  context: Pick<Context, "checkpoint">,
  visit: (answers: Float32Array, network: number, block: Reconstructed) => void,
): Promise<void> {
  const widths = networks.map(({ spec }) => outputsOf(spec));
  await reconstruct(tf, networks, clip, samples, context, 0, (block) => {
    const { from, to, values } = block;
    for (const [i, output] of block.outputs.entries()) {
      // Below the last row of the samples a block is filled up.
      const own = output.subarray(0, (to - from) * (widths[i] ?? 0));
      visit(rebuilds ? values.map((value, at) => value - (own[at] ?? 0)) : own, i, block);
    }
  });
}
