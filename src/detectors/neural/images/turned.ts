import type { Samples } from "../../../core/detect/samples";

/** By so many quarters a picture can be turned. */
export const TURNS = 4;

/** Every picture of the samples turned by 0, 1, 2 and 3 quarters, one after the other. */
export function turnedPictures<S extends Pick<Samples, "count" | "width" | "shape" | "block">>(samples: S): S {
  const { count, width, block } = samples;
  const [size = 0] = samples.shape;
  return {
    ...samples,
    count: TURNS * count,
    block(from: number, to: number) {
      const out = new Float32Array((to - from) * width);
      for (let at = from; at < to; at++) {
        const picture = Math.floor(at / TURNS);
        out.set(turned(block(picture, picture + 1), size, at % TURNS), (at - from) * width);
      }
      return out;
    },
  };
}

/** A square picture [size, size, channels], turned by so many quarters against the clock. */
export function turned(picture: Float32Array, size: number, quarters: number): Float32Array {
  const channels = picture.length / (size * size);
  const out = new Float32Array(picture.length);
  const last = size - 1;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [fromRow, fromColumn] = sourceOf(row, column, last, quarters);
      const [to, from] = [(row * size + column) * channels, (fromRow * size + fromColumn) * channels];
      for (let channel = 0; channel < channels; channel++) out[to + channel] = picture[from + channel]!; // inside
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

/** The picture moved down and to the right; what comes in repeats its edge. */
export function moved(picture: Float32Array, size: number, down: number, right: number): Float32Array {
  if (down === 0 && right === 0) return picture;
  const channels = picture.length / (size * size);
  const out = new Float32Array(picture.length);
  const inside = (at: number) => Math.min(size - 1, Math.max(0, at));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const from = (inside(row - down) * size + inside(column - right)) * channels;
      const to = (row * size + column) * channels;
      for (let channel = 0; channel < channels; channel++) out[to + channel] = picture[from + channel]!; // inside
    }
  return out;
}
