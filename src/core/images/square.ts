import type { ImagesKind } from "../kinds/images-kind";
import { squeezedLines, tapsOf, type Span, type Taps } from "./taps";

/** An image as it was decoded: [height, width, 4], red, green, blue and how much it covers (not looked at). */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

export type Look = Pick<ImagesKind, "size" | "colour" | "fit">;

/** Rec. 601 luma. */
const LUMA_WEIGHTS = [0.299, 0.587, 0.114] as const;

/**
 * An image as detectors see it: [size, size, channels]. Made smaller it is averaged over areas, so that nothing aliases;
 * made larger it is interpolated. `margin` is what fills the rest of a padded one; absent: its mean edge colour.
 */
export function squareOf({ width, height, rgba }: Pixels, { size, colour, fit }: Look, margin?: number): Uint8Array {
  const channels = colour === "grey" ? 1 : 3;
  const side = Math.min(width, height);
  const scale = size / Math.max(width, height);
  const [part, inner] =
    fit === "crop"
      ? [
          [middle(width, side), middle(height, side)],
          [size, size],
        ]
      : fit === "pad"
        ? [
            [whole(width), whole(height)],
            [scaled(width, scale), scaled(height, scale)],
          ]
        : [
            [whole(width), whole(height)],
            [size, size],
          ];
  const [across, down] = inner as [number, number]; // two, as are the parts
  const [columns, rows] = part as [Span, Span];
  const wide = squeezedRows(rgba, width, rows, tapsOf(columns, across), channels);
  const content = squeezedLines(wide, across * channels, tapsOf({ from: 0, length: rows.length }, down));
  if (across === size && down === size) return Uint8Array.from(content, Math.round);
  return padded(content, across, down, size, channels, margin);
}

const whole = (length: number): Span => ({ from: 0, length });
const middle = (length: number, side: number): Span => ({ from: (length - side) >> 1, length: side });
const scaled = (length: number, scale: number) => Math.max(1, Math.round(length * scale));

/** Rows of the image made `taps` wide, as [rows, places, channels]. */
function squeezedRows(
  rgba: Uint8ClampedArray,
  width: number,
  rows: Span,
  { first, weights }: Taps,
  channels: 1 | 3,
): Float32Array {
  const places = first.length;
  const result = new Float32Array(rows.length * places * channels);
  for (let row = 0, out = 0; row < rows.length; row++)
    for (let place = 0; place < places; place++, out += channels) {
      const own = weights[place]!; // as many as places
      let at = 4 * ((rows.from + row) * width + first[place]!);
      let [red, green, blue] = [0, 0, 0];
      for (let tap = 0; tap < own.length; tap++, at += 4) {
        const weight = own[tap]!;
        red += weight * rgba[at]!; // inside the image
        green += weight * rgba[at + 1]!;
        blue += weight * rgba[at + 2]!;
      }
      if (channels === 1) result[out] = LUMA_WEIGHTS[0] * red + LUMA_WEIGHTS[1] * green + LUMA_WEIGHTS[2] * blue;
      else {
        result[out] = red;
        result[out + 1] = green;
        result[out + 2] = blue;
      }
    }
  return result;
}

function padded(
  content: Float32Array,
  across: number,
  down: number,
  size: number,
  channels: 1 | 3,
  margin: number | undefined,
): Uint8Array {
  const square = new Uint8Array(size * size * channels);
  const left = (size - across) >> 1;
  const top = (size - down) >> 1;
  const edge = Array.from(
    { length: channels },
    (_, channel) => margin ?? edgeMean(content, across, down, channels, channel),
  );
  for (let at = 0; at < square.length; at++) square[at] = Math.round(edge[at % channels]!); // one per channel
  for (let row = 0; row < down; row++) {
    const line = content.subarray(row * across * channels, (row + 1) * across * channels);
    square.set(Uint8Array.from(line, Math.round), ((top + row) * size + left) * channels);
  }
  return square;
}

function edgeMean(content: Float32Array, across: number, down: number, channels: number, channel: number): number {
  let [sum, count] = [0, 0];
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column += row === 0 || row === down - 1 ? 1 : Math.max(1, across - 1)) {
      sum += content[(row * across + column) * channels + channel]!; // inside
      count++;
    }
  return sum / count;
}
