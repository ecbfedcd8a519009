import type { View } from "../plane/view";

/**
 * For each pixel the strangest point whose mark covers it, so that the marks of any number of flagged points
 * are one comparison per pixel: a pixel is painted when its point is among them. Points come strangest first,
 * and the strangest lies on top, so the first to cover a pixel keeps it whatever the threshold.
 */
export interface Cover {
  readonly width: number;
  readonly height: number;
  /** Index of the covering point, `uncovered` where there is none. */
  readonly points: Uint32Array;
  /** How much of the pixel is the mark itself and not its rim, 0 to 255. */
  readonly fill: Uint8Array;
}

export const uncovered = 0xffffffff;

/** Diamonds of half height `size` with a rim of width `rim`, all in pixels, around points given as positions (0 to 1). */
export function coverOf(
  x: Float64Array,
  y: Float64Array,
  view: View,
  width: number,
  height: number,
  size: number,
  rim: number,
): Cover {
  const points = new Uint32Array(width * height).fill(uncovered);
  const fill = new Uint8Array(width * height);
  const scaleX = width / (view.x1 - view.x0);
  const scaleY = height / (view.y1 - view.y0);
  // The rim is measured square to the sides, which lie at 45 degrees.
  const reach = size + rim * Math.SQRT2;
  for (let at = 0; at < x.length; at++) {
    const px = ((x[at] ?? NaN) - view.x0) * scaleX;
    const py = (view.y1 - (y[at] ?? NaN)) * scaleY;
    if (!(px >= -reach && px <= width + reach && py >= -reach && py <= height + reach)) continue;
    const bottom = Math.min(height - 1, Math.floor(py + reach));
    for (let row = Math.max(0, Math.floor(py - reach)); row <= bottom; row++) {
      const rest = reach - Math.abs(row + 0.5 - py);
      const right = Math.min(width - 1, Math.floor(px + rest - 0.5));
      for (let column = Math.max(0, Math.ceil(px - rest - 0.5)); column <= right; column++) {
        const pixel = row * width + column;
        if (points[pixel] !== uncovered) continue;
        const inside = size - Math.abs(row + 0.5 - py) - Math.abs(column + 0.5 - px);
        points[pixel] = at;
        fill[pixel] = Math.max(0, Math.min(1, inside * Math.SQRT1_2 + 0.5)) * 255;
      }
    }
  }
  return { width, height, points, fill };
}

/** The colour of each covered pixel, were all points flagged: `colourOf` its point, blended into `rim` at the edge. */
export function coverColours(
  cover: Cover,
  colourOf: (point: number) => readonly [number, number, number],
  rim: readonly [number, number, number],
): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(cover.points.length * 4);
  cover.points.forEach((point, pixel) => {
    if (point === uncovered) return;
    const colour = colourOf(point);
    const share = (cover.fill[pixel] ?? 0) / 255;
    for (const channel of [0, 1, 2] as const)
      pixels[pixel * 4 + channel] = rim[channel] + (colour[channel] - rim[channel]) * share;
    pixels[pixel * 4 + 3] = 255;
  });
  return pixels;
}

/** Writes the pixels of the first `flagged` points into `target`, which is of the size of the cover; the rest becomes clear. */
export function paintCover(cover: Cover, colours: Uint8ClampedArray, flagged: number, target: Uint8ClampedArray): void {
  const from = new Uint32Array(colours.buffer, colours.byteOffset, cover.points.length);
  const to = new Uint32Array(target.buffer, target.byteOffset, cover.points.length);
  for (let pixel = 0; pixel < to.length; pixel++)
    to[pixel] = (cover.points[pixel] ?? uncovered) < flagged ? (from[pixel] ?? 0) : 0;
}
