import { illegalParameter } from "../../core/data/illegal-parameter";
import { Failure } from "../../core/data/failure";
import { IGNORE_GRID, type ImagesKind } from "../../core/kinds/images-kind";
import { squareOf } from "../../core/images/square";
import { ignoredPixels } from "../../core/images/squares-as-samples";
import { bitmapOfImage, pixelsOf } from "../../io/images/decode-image";
import { channelsOf } from "../../io/images/decode-squares";
import type { SeenImage } from "../protocol";
import type { ImageSet } from "./image-set";

/** Bitmaps that are made side by side. */
const BITMAPS_AT_ONCE = 8;

/** The image of a row in its own shape, at most `size` a side; rejects with "file-vanished" if it cannot be read again. */
export async function bitmapOf({ files }: ImageSet, row: number, size: number): Promise<ImageBitmap> {
  const file = files[row];
  if (!file) throw illegalParameter("no-image");
  const { width, height } = file;
  const scale = Math.min(1, size / Math.max(width, height));
  const options: ImageBitmapOptions = {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: "high",
  };
  return bitmapOfImage(file, options).catch((error: unknown) => {
    throw new Failure({ code: "file-vanished", detail: String(error) });
  });
}

export async function bitmapsOf(set: ImageSet, rows: Uint32Array, size: number): Promise<ImageBitmap[]> {
  const bitmaps: ImageBitmap[] = [];
  for (let from = 0; from < rows.length; from += BITMAPS_AT_ONCE) {
    const some = Array.from(rows.subarray(from, from + BITMAPS_AT_ONCE), (row) => bitmapOf(set, row, size));
    bitmaps.push(...(await Promise.all(some)));
  }
  return bitmaps;
}

/** An image as detectors see it: black where nobody shall look. */
export async function drawSeenImage(set: ImageSet, rowKind: ImagesKind, row: number): Promise<SeenImage> {
  const square = await set.square(rowKind, row);
  return drawnValues(square, rowKind, 1);
}

/** Values of a square as RGBA; `unit` times a value is a byte. */
export function drawnValues(values: ArrayLike<number>, rowKind: ImagesKind, unit: number): SeenImage {
  const { size } = rowKind;
  const channels = channelsOf(rowKind);
  const ignored = rowKind.ignored.length > 0 ? ignoredPixels(rowKind.ignored, size) : null;
  const rgba = new Uint8ClampedArray(4 * size * size);
  for (let pixel = 0; pixel < size * size; pixel++) {
    const isSeen = !ignored?.[pixel];
    for (let part = 0; part < 3; part++)
      rgba[4 * pixel + part] = isSeen ? unit * values[pixel * channels + (part % channels)]! : 0; // [size, size, channels]
    rgba[4 * pixel + 3] = 255;
  }
  return { size, rgba };
}

/** A mask as 1 and 0 of [side, side], laid over the square as its image is; null where the row has none. */
export async function maskOf(
  set: ImageSet,
  rowKind: ImagesKind,
  row: number,
  side = IGNORE_GRID,
): Promise<Uint8Array | null> {
  const blob = set.masks.get(row);
  if (!blob) return null;
  const pixels = await pixelsOf({ blob }).catch(() => null);
  if (!pixels) return null;
  const covered = squareOf(pixels, { size: side, colour: "grey", fit: rowKind.fit }, 0);
  const marked = covered.map((cover) => (cover >= 128 ? 1 : 0));
  // A defect thinner than half a place would be lost.
  return marked.includes(1) ? marked : covered.map((cover) => (cover > 0 ? 1 : 0));
}
