import { forEachBlock } from "../../../core/detect/blocks";
import type { Context } from "../../../core/detect/context";
import type { SamplesBase } from "../../../core/detect/samples-base";

/** What networks see of an image: how far it is from a mean, in one deviation for all pixels. */
export interface ImageScale {
  /** The mean image [size, size, channels], or the mean of each channel. */
  readonly mean: Float32Array;
  /** The root of the mean squared distance of a number from its mean; above 0. */
  readonly deviation: number;
}

/** One step of an image of 256 levels: images that are all alike differ by less. */
const MIN_DEVIATION = 1 / 255;

/** Images as they are: from 0 to 1. */
export const asTheyAre: ImageScale = { mean: new Float32Array(1), deviation: 1 };

/** The scale of these images, with a mean of each pixel or of each channel; there must be some. Progress goes from 0 to 1. */
export async function imageScaleOf(
  samples: SamplesBase,
  by: "pixel" | "channel",
  context: Context,
): Promise<ImageScale> {
  const means = by === "pixel" ? samples.width : (samples.shape[2] ?? 1);
  const [sums, squares] = [new Float64Array(means), new Float64Array(means)];
  await forEachBlock(samples, context, (values) => {
    for (let i = 0; i < values.length; i++) {
      const [at, value] = [i % means, values[i]!]; // within the block
      sums[at]! += value; // a mean
      squares[at]! += value * value; // one for each channel
    }
  });
  const times = (samples.count * samples.width) / means;
  const mean = Float32Array.from(sums, (sum) => sum / times);
  const variance = squares.reduce((sum, square, at) => sum + square / times - mean[at]! ** 2, 0) / means; // as long
  return { mean, deviation: Math.max(MIN_DEVIATION, Math.sqrt(Math.max(0, variance))) };
}

/** Images, one after the other, as networks see them. */
export function scaledNumbers(images: Float32Array, { mean, deviation }: ImageScale): Float32Array {
  const means = mean.length;
  return images.map((value, i) => (value - mean[i % means]!) / deviation); // a mean
}

/** The images as networks see them. */
export function scaledImages<S extends Pick<SamplesBase, "block">>(samples: S, scale: ImageScale): S {
  return { ...samples, block: (from, to) => scaledNumbers(samples.block(from, to), scale) };
}

/** Images that a network made, in the units of the samples: 0 to 1. */
export function unscaledNumbers(made: Float32Array, { mean, deviation }: ImageScale): Float32Array {
  const means = mean.length;
  return made.map((value, i) => Math.min(1, Math.max(0, value * deviation + mean[i % means]!))); // a mean
}
