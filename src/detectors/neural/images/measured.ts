import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";
import { partOf } from "../../../core/detect/part-of-context";
import type { Tf } from "../backend/tf";
import { outputsOf, weightShapesOf, type Network } from "../network";
import { reconstruct } from "../rebuilding/reconstruct";

/** Samples that are enough for the mean of a channel, which has many places in each. */
const MAX_SAMPLES_MEASURED = 256;

/**
 * The network with the means and variances that its batch normalisations shall use when it answers: those of these
 * samples, first layer first, since each sees what the ones before it make of them.
 */
export async function measured(
  tf: Tf,
  { spec, weights }: Network,
  samples: Pick<SamplesBase, "count" | "width" | "block">,
  context: Context,
): Promise<Network> {
  const some = { ...samples, count: Math.min(MAX_SAMPLES_MEASURED, samples.count) };
  const layers = [...spec.layers.keys()].filter((i) => spec.layers[i]?.kind === "batch-norm");
  const known = [...weights];
  for (const [turn, layer] of layers.entries()) {
    const before = { inputs: spec.inputs, layers: spec.layers.slice(0, layer) };
    const used = weightShapesOf(before).length;
    const network = {
      spec: { ...before, layers: [...before.layers, { kind: "flatten" } as const] },
      weights: known.slice(0, used),
    };
    const width = outputsOf(network.spec);
    const channels = known[used]?.length ?? 1;
    const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
    let count = 0;
    const part = partOf(context, turn / layers.length, (turn + 1) / layers.length);
    await reconstruct(tf, [network], Infinity, some, part, 0, ({ from, to, outputs: [all = NO_NUMBERS] }) => {
      // Below the last sample a block is filled up.
      const own = all.subarray(0, (to - from) * width);
      count += own.length / channels;
      own.forEach((value, i) => {
        sums[i % channels]! += value; // a channel
        squares[i % channels]! += value * value; // one for each channel
      });
    });
    known[used + 2] = Float32Array.from(sums, (sum) => sum / count);
    known[used + 3] = Float32Array.from(squares, (square, i) => Math.max(0, square / count - (sums[i]! / count) ** 2)); // as long
  }
  return { spec, weights: known };
}

const NO_NUMBERS = new Float32Array();
