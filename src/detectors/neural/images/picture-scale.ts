import { forEachBlock } from "../../../core/detect/blocks";
import type { Context } from "../../../core/detect/detector";
import type { Samples } from "../../../core/detect/samples";

/** What networks see of a picture: how far it is from a mean, in one deviation for all pixels. */
export interface PictureScale {
  /** The mean picture [size, size, channels], or the mean of each channel. */
  readonly mean: Float32Array;
  /** The root of the mean squared distance of a number from its mean; above 0. */
  readonly deviation: number;
}

/** One step of a picture of 256 levels: pictures that are all alike differ by less. */
const LEAST_DEVIATION = 1 / 255;

/** The scale of these pictures, with a mean of each pixel or of each channel; there must be some. Progress goes from 0 to 1. */
export async function pictureScaleOf(
  samples: Samples,
  by: "pixel" | "channel",
  context: Context,
): Promise<PictureScale> {
  const means = by === "pixel" ? samples.width : (samples.shape[2] ?? 1);
  const [sums, squares] = [new Float64Array(means), new Float64Array(means)];
  await forEachBlock(samples, context, (values) => {
    for (let i = 0; i < values.length; i++) {
      const [at, value] = [i % means, values[i]!]; // within the block
      sums[at]! += value; // a mean
      squares[at]! += value * value; // as above
    }
  });
  const times = (samples.count * samples.width) / means;
  const mean = Float32Array.from(sums, (sum) => sum / times);
  const variance = squares.reduce((sum, square, at) => sum + square / times - mean[at]! ** 2, 0) / means; // as long
  return { mean, deviation: Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, variance))) };
}

/** Pictures, one after the other, as networks see them. */
export function scaledNumbers(pictures: Float32Array, { mean, deviation }: PictureScale): Float32Array {
  const means = mean.length;
  return pictures.map((value, i) => (value - mean[i % means]!) / deviation); // a mean
}

/** The pictures as networks see them. */
export function scaledPictures<S extends Pick<Samples, "block">>(samples: S, scale: PictureScale): S {
  return { ...samples, block: (from, to) => scaledNumbers(samples.block(from, to), scale) };
}

/** Pictures that a network made, in the units of the samples: 0 to 1. */
export function unscaledNumbers(made: Float32Array, { mean, deviation }: PictureScale): Float32Array {
  const means = mean.length;
  return made.map((value, i) => Math.min(1, Math.max(0, value * deviation + mean[i % means]!))); // a mean
}
