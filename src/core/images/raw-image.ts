import type { Pixels } from "./square";

/** Which values are black and which are white; what lies beyond is either. */
export interface ValueWindow {
  readonly low: number;
  readonly high: number;
}

/** An image as a file holds it: values of any depth. */
export interface RawImage {
  readonly width: number;
  readonly height: number;
  /** Values of a pixel, which stand together: one of grey, or red, green and blue, then what else there is. */
  readonly perPixel: number;
  readonly values: ArrayLike<number>;
  readonly isColour: boolean;
  /** Its lowest value is white. */
  readonly isInverted: boolean;
  /** Where in a pixel it is told how much it covers, the value that covers all, and whether colours are dimmed by it. */
  readonly cover: { readonly at: number; readonly full: number; readonly isDimmed: boolean } | null;
}

/** The image as it is looked at through a window, transparency over white. Values that are none are black. */
export function rawAsPixels(raw: RawImage, { low, high }: ValueWindow): Pixels {
  const { width, height, perPixel, values, isColour, isInverted, cover } = raw;
  const scale = 255 / (high > low ? high - low : 1);
  const rgba = new Uint8ClampedArray(4 * width * height);
  const levelOf = (value: number) => {
    const level = Math.max(0, Math.min(255, (value - low) * scale));
    return isInverted ? 255 - level : level;
  };
  for (let pixel = 0, from = 0; pixel < width * height; pixel++, from += perPixel) {
    const share = cover ? Math.max(0, Math.min(1, (values[from + cover.at] ?? 0) / cover.full)) : 1;
    for (let part = 0; part < 3; part++) {
      const level = levelOf(values[from + (isColour ? part : 0)] ?? 0);
      rgba[4 * pixel + part] = (cover?.isDimmed === true ? level : level * share) + 255 * (1 - share);
    }
    rgba[4 * pixel + 3] = 255;
  }
  return { width, height, rgba };
}

/** From which orientation on width and height change places. */
export const FIRST_ON_ITS_SIDE = 5;

/** An image turned and mirrored as its camera says, from 1 (as it is) to 8; whatever else is said means nothing. */
export function turned(pixels: Pixels, orientation: number): Pixels {
  if (!(orientation >= 2 && orientation <= 8)) return pixels;
  const { width, height, rgba } = pixels;
  const isOnSide = orientation >= FIRST_ON_ITS_SIDE;
  const [across, down] = isOnSide ? [height, width] : [width, height];
  const from = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const out = new Uint32Array(width * height);
  const isMirrored = [2, 3, 6, 7].includes(orientation);
  const isUpsideDown = [3, 4, 7, 8].includes(orientation);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = isOnSide ? [y, x] : [x, y];
      const to = (isUpsideDown ? down - 1 - row : row) * across + (isMirrored ? across - 1 - column : column);
      out[to] = from[y * width + x] ?? 0;
    }
  return { width: across, height: down, rgba: new Uint8ClampedArray(out.buffer) };
}
