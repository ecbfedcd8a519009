import type { View } from "../plane/view";

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Reads a colour as a style sheet writes it: #rgb, #rrggbb or rgb(…); grey if it is none of them. */
export function rgbOf(colour: string): Rgb {
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (long) return [parseInt(long[1] ?? "", 16), parseInt(long[2] ?? "", 16), parseInt(long[3] ?? "", 16)];
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(colour);
  if (short) return rgbOf(`#${[1, 2, 3].map((at) => (short[at] ?? "").repeat(2)).join("")}`);
  const [red, green, blue] = colour.match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
  return red === undefined || green === undefined || blue === undefined ? [128, 128, 128] : [red, green, blue];
}

/**
 * Paints points as soft discs straight into pixels, which for many thousands of them is tens of times faster
 * than one canvas call each. Where discs overlap the paint grows denser. `x` and `y` are positions (0 to 1).
 */
export function splat(
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
  x: Float64Array,
  y: Float64Array,
  view: View,
  radius: number,
  colour: Rgb,
  opacity: number,
): void {
  const scaleX = width / (view.x1 - view.x0);
  const scaleY = height / (view.y1 - view.y0);
  const reach = Math.ceil(radius + 0.5);
  for (let at = 0; at < x.length; at++) {
    const px = ((x[at] ?? NaN) - view.x0) * scaleX;
    const py = (view.y1 - (y[at] ?? NaN)) * scaleY;
    if (!(px >= -reach && px <= width + reach && py >= -reach && py <= height + reach)) continue;
    const left = Math.max(0, Math.floor(px - reach));
    const right = Math.min(width - 1, Math.floor(px + reach));
    const bottom = Math.min(height - 1, Math.floor(py + reach));
    for (let row = Math.max(0, Math.floor(py - reach)); row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const distance = Math.hypot(column + 0.5 - px, row + 0.5 - py);
        const cover = Math.min(1, radius + 0.5 - distance) * opacity;
        if (cover <= 0) continue;
        const pixel = (row * width + column) * 4;
        pixels[pixel] = colour[0];
        pixels[pixel + 1] = colour[1];
        pixels[pixel + 2] = colour[2];
        const before = pixels[pixel + 3] ?? 0;
        pixels[pixel + 3] = before + (255 - before) * cover;
      }
  }
}
