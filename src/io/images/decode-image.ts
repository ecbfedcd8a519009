import { imageKindOf, KIND_BYTES } from "../../core/images/image-kind";
import type { ValueWindow } from "../../core/images/raw-image";
import type { Pixels } from "../../core/images/square";

/** Pixels that are averaged one by one; a larger image is halved by the browser first, which averages as well. */
const MAX_PIXELS_AVERAGED = 4_000_000;

/** An image as its file holds it, and the window that its values are looked at through, where they need one. */
export interface EncodedImage {
  readonly blob: Blob;
  readonly window?: ValueWindow;
}

/**
 * The pixels of an image: turned as its camera says, of a moving one the first frame, of several pages the first,
 * transparency over white. A large one comes halved as often as needed. Rejects where it cannot be decoded.
 */
export async function pixelsOf(image: EncodedImage): Promise<Pixels> {
  const own = await ownPixels(image);
  if (own && own.width * own.height <= MAX_PIXELS_AVERAGED) return own;
  const bitmap = own ? await createImageBitmap(dataOf(own)) : await bitmapIn(image.blob, {});
  try {
    let { width, height } = bitmap;
    let drawn: CanvasImageSource = bitmap;
    while (width * height > MAX_PIXELS_AVERAGED) {
      [width, height] = [Math.max(1, width >> 1), Math.max(1, height >> 1)];
      drawn = canvasWith(drawn, width, height).canvas;
    }
    return { width, height, rgba: canvasWith(drawn, width, height).getImageData(0, 0, width, height).data };
  } finally {
    bitmap.close();
  }
}

/** The same to be drawn, perhaps in another size. */
export async function bitmapOfImage(image: EncodedImage, options: ImageBitmapOptions): Promise<ImageBitmap> {
  const own = await ownPixels(image);
  return own ? createImageBitmap(dataOf(own), options) : bitmapIn(image.blob, options);
}

/** Of what no browser decodes; null where it does. */
async function ownPixels({ blob, window }: EncodedImage): Promise<Pixels | null> {
  const head = new Uint8Array(await blob.slice(0, KIND_BYTES).arrayBuffer());
  if (imageKindOf(head) !== "tiff") return null;
  const { tiffPixels } = await import("./tiff/tiff-image");
  return tiffPixels(blob, window);
}

function bitmapIn(blob: Blob, options: ImageBitmapOptions): Promise<ImageBitmap> {
  return createImageBitmap(blob, { imageOrientation: "from-image", ...options });
}

function dataOf({ rgba, width, height }: Pixels): ImageData {
  return new ImageData(new Uint8ClampedArray(rgba), width, height);
}

function canvasWith(drawn: CanvasImageSource, width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(drawn, 0, 0, width, height);
  return context;
}
