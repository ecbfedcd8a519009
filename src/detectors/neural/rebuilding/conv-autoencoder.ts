import { defineMatrixDetector } from "../../../core/detect/detector";
import { requireSamples } from "../../../core/detect/require-samples";
import { columnChain } from "../layout/column-chain";
import { convAutoencoderParams, convAutoencoderSpec } from "./conv-autoencoder-params";
import { layOut, layoutView } from "../layout/image-layout";
import { fitRebuilders, scoreByRebuilding } from "./rebuilders";
import { blameByRepairs } from "./repairs";

/**
 * An autoencoder that sees a row as a small image, its columns laid out so that correlated ones are neighbours, and
 * rebuilds it through convolutions; scored as the dense autoencoder. Higher is stranger; >= 0.
 */
export const convAutoencoder = defineMatrixDetector({
  id: "conv-autoencoder",
  version: 1,
  label: "Convolutional autoencoder",
  family: "neural",
  summary:
    "Lays the columns side by side, alike ones next to each other, and learns to rebuild that small image of a row; rows that it cannot rebuild are strange.",
  blindTo:
    "Strange rows that are frequent or alike, and rules between columns that lie far apart in the image. On tables it teaches more than it finds: the recommended detectors rank rows better.",
  reference: "Masci, Meier, Ciresan and Schmidhuber (2011), Stacked Convolutional Auto-Encoders",
  prefers: { scale: "robust", encode: "one-hot", why: { code: "neural.prefers-robust" } },
  params: convAutoencoderParams,

  async fit(samples, params, context) {
    requireSamples(samples);
    const order = await columnChain(samples, () => context.random(), context);
    const layout = layOut(order, params.layout);
    context.show(layoutView(layout, samples.features));
    const spec = convAutoencoderSpec(samples.width, layout, params);
    return fitRebuilders(spec, samples, { ...params, trimmed: 0, noise: null, weightDecay: 0 }, context);
  },

  score: scoreByRebuilding,

  /** By repairs; the parts add up to the score. */
  explain: blameByRepairs,
});
