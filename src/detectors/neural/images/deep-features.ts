import type { Context } from "../../../core/detect/context";
import type { DeepFeatures, ImageSamples } from "../../../core/images/image-samples";
import type { PretrainedNetwork } from "./pretrained";

/** Inner layers of the MobileNetV2 that comes with the page: a quarter, an eighth and a sixteenth of its input a side. */
export const MOBILENET_LAYERS: readonly string[] = ["block_2_add", "block_5_add", "block_12_add"];

/** Bytes of answers that are kept: about 800 images of MobileNetV2. */
const MAX_KEPT_BYTES = 400_000_000;

/**
 * What the layers of these names (of `network.layers`) answer for each image. All are computed in one pass and kept
 * while there is room, so that other detectors of the same images need no second one.
 */
export function deepFeaturesOf(
  network: PretrainedNetwork,
  images: Pick<ImageSamples, "shape" | "block">,
  names: readonly string[],
): DeepFeatures {
  const layers = network.layers.filter(({ name }) => names.includes(name));
  const all = layers.map(({ name }) => name);
  const widths = layers.map(({ height, width, channels }) => height * width * channels);
  const kept = new Map<number, readonly Float32Array[]>();
  let room = MAX_KEPT_BYTES;

  return {
    layers,
    async block(from, to, wanted, context) {
      const places = wanted.map((name) => all.indexOf(name));
      const blocks = places.map((place) => new Float32Array((to - from) * widths[place]!)); // layers of this network
      for (let first = from; first < to;) {
        let last = first + 1;
        if (!kept.has(first)) while (last < to && !kept.has(last)) last++;
        const answers = kept.get(first) ?? (await computed(first, last, context));
        places.forEach((place, i) => blocks[i]!.set(answers[place]!, (first - from) * widths[place]!)); // an answer for each place asked for
        first = last;
      }
      return blocks;
    },
  };

  async function computed(from: number, to: number, context: Context): Promise<readonly Float32Array[]> {
    const answers = await network.answersTo(images.block(from, to), images.shape, all, context);
    const bytes = 4 * widths.reduce((sum, width) => sum + width, 0);
    for (let image = from; image < to && room >= bytes; image++, room -= bytes) {
      const at = image - from;
      kept.set(
        image,
        answers.map((answer, layer) => answer.slice(at * widths[layer]!, (at + 1) * widths[layer]!)), // a width for each layer
      );
    }
    return answers;
  }
}
