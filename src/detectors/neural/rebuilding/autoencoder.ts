import type { Context } from "../../../core/detect/context";
import { defineMatrixDetector } from "../../../core/detect/detector";
import { requireSamples } from "../../../core/detect/require-samples";
import type { SamplesBase } from "../../../core/detect/samples-base";
import type { Attribution } from "../../../core/explain/attribution";
import { autoencoderParams, type AutoencoderParams } from "./autoencoder-params";
import { answersShares, autoencoderSpec } from "./autoencoder-spec";
import { columnRangeOf, sharesOfRange, type ColumnRange } from "./column-range";
import { learnFrom } from "../training/learn-from";
import { fitRebuilders, scoreByRebuilding, type Rebuilders } from "./rebuilders";
import { blameByRepairs } from "./repairs";

export interface AutoencoderModel extends Rebuilders {
  /** The networks see samples as shares of this range; null: as they are. */
  readonly range: ColumnRange | null;
}

/** Shares of a range lie within it; rows that come later may lie outside. */
const WHOLE_RANGE = 1;

/**
 * A narrow network learns to rebuild rows; a row's score is the mean over columns and networks of log(1 + q²), where
 * q is the column's rebuilding error, less its median, in units of the column's own usual error (MAD). The network
 * reads clipped values, but the error is measured from the whole value. Higher is stranger; >= 0.
 */
export const autoencoder = defineMatrixDetector({
  id: "autoencoder",
  version: 2,
  label: "Autoencoder",
  family: "neural",
  summary:
    "Small neural networks learn to rebuild a row from a few numbers; rows that they cannot rebuild are strange.",
  blindTo: "Strange rows that are frequent or alike: the networks learn to rebuild them too.",
  reference: "Hawkins, He, Williams and Baxter (2002), Outlier Detection Using Replicator Neural Networks",
  prefers: { scale: "robust", encode: "one-hot", why: { code: "neural.prefers-robust" } },
  params: autoencoderParams,

  async fit(samples, params, context) {
    requireSamples(samples);
    const fit = (some: SamplesBase, part: Context) => fitOnce(some, params, part);
    return learnFrom(samples, params, context, { fit, score });
  },

  score,

  /** By repairs; `expected` is in the samples' units. */
  async explain(model, samples, context): Promise<readonly Attribution[]> {
    const blamed = await blameByRepairs(model, seenBy(model, samples), context);
    return blamed.map(({ expected, ...rest }) => ({ ...rest, expected: inUnits(model, expected) }));
  },
});

async function fitOnce(samples: SamplesBase, params: AutoencoderParams, context: Context): Promise<AutoencoderModel> {
  const spec = autoencoderSpec(samples.width, params);
  const range = answersShares(params) ? await columnRangeOf(samples, context) : null;
  const clip = range ? WHOLE_RANGE : params.clip;
  // In the units that the network reads.
  const noise = Float32Array.from({ length: samples.width }, (_, j) => params.noise / (range?.span[j] ?? 1));
  const plan = { ...params, clip, noise: params.noise > 0 ? noise : null };
  return { range, ...(await fitRebuilders(spec, seenBy({ range }, samples), plan, context)) };
}

function score(model: AutoencoderModel, samples: SamplesBase, context: Context): Promise<Float64Array> {
  return scoreByRebuilding(model, seenBy(model, samples), context);
}

function seenBy({ range }: Pick<AutoencoderModel, "range">, samples: SamplesBase): SamplesBase {
  return range ? sharesOfRange(samples, range) : samples;
}

function inUnits({ range }: AutoencoderModel, values: Float32Array): Float32Array {
  return range ? values.map((share, j) => (range.low[j] ?? 0) + share * (range.span[j] ?? 1)) : values;
}
