/*
 * CutPaste, Li, Sohn, Yoon and Pfister 2021: a piece of an image, its light a little changed, pasted elsewhere in it. A
 * network that tells such images from whole ones learns what breaks the look of ordinary images.
 */

export type Piece = "block" | "scar";

interface Patch {
  readonly height: number;
  readonly width: number;
  /** By which it is rotated where it is pasted. */
  readonly angle: number;
}

/** Share of the image that a block covers, and how much longer its one side may be than the other. */
const BLOCK_SHARE = [0.02, 0.15] as const;
const BLOCK_STRETCH = 3.3;
/** Sides of a scar as shares of the image's. */
const SCAR_WIDTH = [0.02, 0.07] as const;
const SCAR_LENGTH = [0.1, 0.35] as const;
const SCAR_ANGLE = Math.PI / 4;
/** How far the light of a piece may change: by a factor, and by a share of the whole range. */
const MAX_LIGHT_CHANGE = 0.1;

/** The image [size, size, channels], 0 to 1, with a piece of itself pasted into it. */
export function cutPaste(image: Float32Array, size: number, piece: Piece, random: () => number): Float32Array {
  const channels = image.length / (size * size);
  const out = image.slice();
  const between = (low: number, high: number) => low + (high - low) * random();
  const { height, width, angle } = piece === "block" ? drawBlock(size, between) : drawScar(size, between);
  const [factor, offset] = [
    between(1 - MAX_LIGHT_CHANGE, 1 + MAX_LIGHT_CHANGE),
    between(-MAX_LIGHT_CHANGE, MAX_LIGHT_CHANGE),
  ];
  // Middles: where it is cut it stands upright and inside; where it is pasted it may reach beyond the edge.
  const [cutRow, cutColumn] = [between(height / 2, size - height / 2), between(width / 2, size - width / 2)];
  const [row, column] = [between(0, size), between(0, size)];
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.hypot(height, width) / 2;
  const inside = (at: number) => Math.min(size - 1, Math.max(0, Math.floor(at)));
  for (let y = inside(row - reach); y <= inside(row + reach); y++)
    for (let x = inside(column - reach); x <= inside(column + reach); x++) {
      const [down, right] = [y + 0.5 - row, x + 0.5 - column];
      const [v, u] = [down * cosine - right * sine, down * sine + right * cosine];
      if (Math.abs(v) > height / 2 || Math.abs(u) > width / 2) continue;
      const from = (inside(cutRow + v) * size + inside(cutColumn + u)) * channels;
      for (let channel = 0; channel < channels; channel++) {
        const value = image[from + channel]! * factor + offset; // inside
        out[(y * size + x) * channels + channel] = Math.min(1, Math.max(0, value));
      }
    }
  return out;
}

function drawBlock(size: number, between: (low: number, high: number) => number): Patch {
  const area = size * size * between(...BLOCK_SHARE);
  const stretch = Math.exp(between(-Math.log(BLOCK_STRETCH), Math.log(BLOCK_STRETCH)));
  return {
    height: Math.min(size, Math.sqrt(area * stretch)),
    width: Math.min(size, Math.sqrt(area / stretch)),
    angle: 0,
  };
}

function drawScar(size: number, between: (low: number, high: number) => number): Patch {
  const width = Math.max(1, size * between(...SCAR_WIDTH));
  return { height: size * between(...SCAR_LENGTH), width, angle: between(-SCAR_ANGLE, SCAR_ANGLE) };
}
