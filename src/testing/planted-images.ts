import type { ImageSamples } from "../core/images/image-samples";
import { resizedGrid } from "../core/images/taps";
import { normalDeviates, seededRandom } from "../core/math/random";

/** Images [size, size, channels], one after the other; `deep` are made-up answers at three depths. */
export function imagesFrom(
  values: Float32Array,
  size: number,
  channels = 1,
  more: Partial<ImageSamples> = {},
): ImageSamples {
  const width = size * size * channels;
  const count = width > 0 ? values.length / width : 0;
  const block = (from: number, to: number) => values.subarray(from * width, to * width);
  return {
    kind: "images",
    count,
    shape: [size, size, channels],
    width,
    features: Array.from({ length: channels }, (_, channel) => `c${channel}`),
    origin: Uint32Array.from({ length: count }, (_, image) => image),
    ignored: null,
    deep: deepLooksAt(block, size, channels),
    block,
    ...more,
  };
}

/** The samples `from` to `to` as samples of their own. */
export function imagesBetween(samples: ImageSamples, from: number, to: number): ImageSamples {
  const { shape, width, block, origin, ignored } = samples;
  const [size = 0, , channels = 0] = shape;
  return imagesFrom(block(from, to).slice(0, (to - from) * width), size, channels, {
    origin: origin.slice(from, to),
    ignored,
  });
}

/** Where the planted image has a spot that no other has: rows and columns of an image of 32, the last excluded. */
export const SPOT = { image: 17, from: 18, to: 25 };

/** 24 images of one soft pattern in different light with some noise; one has a bright spot. */
export function plantedImages({ size = 32, channels = 1, count = 24, seed = 3 } = {}): ImageSamples {
  const random = seededRandom(seed);
  const normal = normalDeviates(random);
  const values = new Float32Array(count * size * size * channels);
  for (let image = 0, at = 0; image < count; image++) {
    const light = 0.35 + 0.2 * random();
    for (let cell = 0; cell < size * size; cell++) {
      const [row, column] = [Math.floor(cell / size), cell % size];
      const isSpot = image === SPOT.image && [row, column].every((place) => place * 32 >= SPOT.from * size && place * 32 < SPOT.to * size); // prettier-ignore
      const pattern = light + 0.1 * Math.sin((6 * row) / size) * Math.cos((4 * column) / size) + (isSpot ? 0.4 : 0);
      for (let channel = 0; channel < channels; channel++)
        values[at++] = Math.min(1, Math.max(0, pattern + 0.02 * normal()));
    }
  }
  return imagesFrom(values, size, channels);
}

/** What a network could answer: means, brightness left and right, above and below, of ever larger fields. */
function deepLooksAt(block: ImageSamples["block"], size: number, channels: number): NonNullable<ImageSamples["deep"]> {
  const layers = [32, 16, 8].map((side) => ({ name: `by ${side}`, height: side, width: side, channels: 3 }));
  return {
    layers,
    block: (from, to, wanted) =>
      Promise.resolve(
        wanted.map((name) => {
          const side = layers.find((layer) => layer.name === name)?.height ?? 0;
          const out = new Float32Array((to - from) * side * side * 3);
          for (let image = from; image < to; image++) {
            const grey = resizedGrid(block(image, image + 1), [size, size, channels], [side, side]);
            for (let cell = 0; cell < side * side; cell++) {
              const middle = grey[cell * channels]!; // inside
              const at = ((image - from) * side * side + cell) * 3;
              out[at] = middle;
              out[at + 1] = middle - (grey[(cell + 1) * channels] ?? middle);
              out[at + 2] = middle - (grey[(cell + side) * channels] ?? middle);
            }
          }
          return out;
        }),
      ),
  };
}
