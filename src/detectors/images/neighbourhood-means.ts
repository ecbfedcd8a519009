import type { DeepLayer } from "../../core/images/image-samples";

/** The mean of every place and the eight around it, as far as they are inside, by channel: [height, width, channels]. */
export function neighbourhoodMeans(answer: Float32Array, { height, width, channels }: DeepLayer): Float32Array {
  const across = meansOf(answer, width, channels);
  return meansOf(across, height, width * channels);
}

/** Means of three neighbours along lines of `length` steps of `step` numbers each. */
function meansOf(values: Float32Array, length: number, step: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += length * step)
    for (let i = 0; i < length; i++) {
      const [from, to] = [Math.max(0, i - 1), Math.min(length, i + 2)];
      for (let j = from; j < to; j++)
        for (let at = 0; at < step; at++) out[start + i * step + at]! += values[start + j * step + at]! / (to - from); // of the line
    }
  return out;
}
