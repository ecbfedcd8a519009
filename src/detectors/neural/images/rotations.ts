import type { SamplesBase } from "../../../core/detect/samples-base";

/** By so many quarters an image can be rotated. */
export const ROTATION_COUNT = 4;

/** Every image of the samples rotated by 0, 1, 2 and 3 quarters, one after the other. */
export function rotatedImages<S extends Pick<SamplesBase, "count" | "width" | "shape" | "block">>(samples: S): S {
  const { count, width, block } = samples;
  const [size = 0] = samples.shape;
  return {
    ...samples,
    count: ROTATION_COUNT * count,
    block(from: number, to: number) {
      const out = new Float32Array((to - from) * width);
      for (let at = from; at < to; at++) {
        const image = Math.floor(at / ROTATION_COUNT);
        out.set(rotated(block(image, image + 1), size, at % ROTATION_COUNT), (at - from) * width);
      }
      return out;
    },
  };
}

/** A square image [size, size, channels], rotated by so many quarters against the clock. */
export function rotated(image: Float32Array, size: number, quarters: number): Float32Array {
  const channels = image.length / (size * size);
  const out = new Float32Array(image.length);
  const last = size - 1;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [fromRow, fromColumn] = sourceOf(row, column, last, quarters);
      const [to, from] = [(row * size + column) * channels, (fromRow * size + fromColumn) * channels];
      for (let channel = 0; channel < channels; channel++) out[to + channel] = image[from + channel]!; // inside
    }
  return out;
}

function sourceOf(row: number, column: number, last: number, quarters: number): readonly [number, number] {
  switch (quarters % 4) {
    case 1:
      return [column, last - row];
    case 2:
      return [last - row, last - column];
    case 3:
      return [last - column, row];
    default:
      return [row, column];
  }
}

/** The image moved down and to the right; what comes in repeats its edge. */
export function moved(image: Float32Array, size: number, down: number, right: number): Float32Array {
  if (down === 0 && right === 0) return image;
  const channels = image.length / (size * size);
  const out = new Float32Array(image.length);
  const inside = (at: number) => Math.min(size - 1, Math.max(0, at));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const from = (inside(row - down) * size + inside(column - right)) * channels;
      const to = (row * size + column) * channels;
      for (let channel = 0; channel < channels; channel++) out[to + channel] = image[from + channel]!; // inside
    }
  return out;
}
