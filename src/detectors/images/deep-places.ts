import type { Context } from "../../core/detect/context";
import type { DeepFeatures, DeepLayer, ImageSamples } from "../../core/images/image-samples";
import { resizedGrid } from "../../core/images/taps";

/** Images that are looked at between two yields: about a third of a second without a graphics card. */
export const IMAGES_PER_YIELD = 4;

/** The deep features that the detector asked for. */
export function deepFeaturesIn({ deep }: ImageSamples): DeepFeatures {
  if (!deep) throw new Error("needs deep features, was given none");
  return deep;
}

/** Some channels of a layer. */
export interface Channels {
  readonly layer: DeepLayer;
  /** Their numbers, ascending. */
  readonly channels: Uint16Array;
}

/**
 * What some channels answer at every place of a grid, for samples `from` to `to`: [to - from, side, side, dimensions],
 * layers one after the other. `prepare` changes the answer [side, side, channels] of a layer before it is brought to the
 * grid.
 */
export async function answersAtPlaces(
  deep: DeepFeatures,
  chosen: readonly Channels[],
  side: number,
  [from, to]: readonly [number, number],
  context: Context,
  prepare: (answer: Float32Array, layer: DeepLayer) => Float32Array = (answer) => answer,
): Promise<Float32Array> {
  const names = chosen.map(({ layer }) => layer.name);
  const answers = await deep.block(from, to, names, context);
  const dimensions = chosen.reduce((sum, { channels }) => sum + channels.length, 0);
  const out = new Float32Array((to - from) * side * side * dimensions);
  let first = 0;
  for (const [turn, { layer, channels }] of chosen.entries()) {
    const { height, width } = layer;
    const size = height * width * layer.channels;
    for (let image = 0; image < to - from; image++) {
      const whole = prepare(answers[turn]!.subarray(image * size, (image + 1) * size), layer); // one for each layer
      const picked = new Float32Array(height * width * channels.length);
      for (let place = 0, at = 0; place < height * width; place++)
        for (const channel of channels) picked[at++] = whole[place * layer.channels + channel]!; // of the layer
      const grid = resizedGrid(picked, [height, width, channels.length], [side, side]);
      for (let place = 0, at = image * side * side * dimensions + first; place < side * side; place++, at += dimensions)
        out.set(grid.subarray(place * channels.length, (place + 1) * channels.length), at);
    }
    first += channels.length;
  }
  return out;
}
