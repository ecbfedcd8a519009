import type { Context } from "../../core/detect/context";
import { matrixSamples, type MatrixSamples } from "../../core/detect/samples";
import type { DeepFeatures } from "../../core/images/image-samples";
import { seededRandom } from "../../core/math/random";
import type { Checkpoint } from "../yield-to-events";

/** Images that go through the network between two yields. */
const IMAGES_PER_YIELD = 4;

/**
 * What a network sees in each image as one row: the mean of every channel over all places, and how far its strongest
 * place stands out of that, layer after layer; standardised over all images, because channels share no unit.
 */
export async function pooledFeatures(
  deep: DeepFeatures,
  count: number,
  checkpoint: Checkpoint,
): Promise<MatrixSamples> {
  const layers = deep.layers.map(({ name }) => name);
  const features = deep.layers.flatMap(({ name, channels }) =>
    ["mean", "peak"].flatMap((what) =>
      Array.from({ length: channels }, (_, channel) => `${name} ${what} ${channel + 1}`),
    ),
  );
  const width = features.length;
  const values = new Float32Array(count * width);
  const context = quietContext(checkpoint);
  for (let from = 0; from < count; from += IMAGES_PER_YIELD) {
    const to = Math.min(count, from + IMAGES_PER_YIELD);
    const blocks = await deep.block(from, to, layers, context);
    for (let image = from; image < to; image++) {
      let out = image * width;
      deep.layers.forEach(({ height, width: across, channels }, layer) => {
        const places = height * across;
        const answer = blocks[layer]!.subarray((image - from) * places * channels, (image - from + 1) * places * channels); // prettier-ignore
        pool(answer, channels, values.subarray(out, out + 2 * channels));
        out += 2 * channels;
      });
    }
    await checkpoint(to / count);
  }
  standardise(values, count, width);
  return matrixSamples(values, features);
}

function pool(answer: Float32Array, channels: number, row: Float32Array): void {
  const places = answer.length / channels;
  for (let channel = 0; channel < channels; channel++) {
    let [sum, most] = [0, -Infinity];
    for (let at = channel; at < answer.length; at += channels) {
      sum += answer[at]!; // at < length
      most = Math.max(most, answer[at]!); // at < length
    }
    row[channel] = sum / places;
    row[channels + channel] = most - sum / places;
  }
}

function standardise(values: Float32Array, count: number, width: number): void {
  for (let feature = 0; feature < width; feature++) {
    let [sum, squares] = [0, 0];
    for (let at = feature; at < values.length; at += width) sum += values[at]!; // at < length
    const mean = sum / count;
    for (let at = feature; at < values.length; at += width) squares += (values[at]! - mean) ** 2; // at < length
    const sd = Math.sqrt(squares / count) || 1;
    for (let at = feature; at < values.length; at += width) values[at] = (values[at]! - mean) / sd; // at < length
  }
}

/** Features are made outside any run: nobody hears what they say, but a person may give up. */
function quietContext(checkpoint: Checkpoint): Context {
  return {
    random: seededRandom(1),
    checkpoint: (done) => checkpoint(done),
    pause: () => checkpoint(null),
    note: () => undefined,
    show: () => undefined,
    endsEarly: () => false,
    backend: "auto",
  };
}
