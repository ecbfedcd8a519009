import type { Pixels } from "../../core/images/square";

/** Pixels that are averaged one by one; a larger image is halved by the browser first, which averages as well. */
const MAX_PIXELS_AVERAGED = 4_000_000;

/**
 * The pixels of an image: turned as its camera says, of a moving one the first frame, transparency over white. A large
 * one comes halved as often as needed. Rejects where the browser cannot decode it.
 */
export async function pixelsOf(blob: Blob): Promise<Pixels> {
  const bitmap = await createImageBitmap(blob, { imageOrientation: "from-image" });
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

function canvasWith(drawn: CanvasImageSource, width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(drawn, 0, 0, width, height);
  return context;
}
