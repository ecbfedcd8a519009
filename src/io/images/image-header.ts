import { imageSize } from "image-size";
import type { Note } from "../../core/data/note";
import type { Sides } from "../../core/images/guess-images-kind";
import { imageKindOf } from "../../core/images/image-kind";
import { because, noImage } from "./skipped";

/** Enough for the size of nearly every image; a photograph may carry more before it. */
const HEAD_BYTES = 65_536;
const LONG_HEAD_BYTES = 8_000_000;
/** Pixels of an image that a tab can be trusted to decode. */
const MAX_PIXELS_DECODED = 80_000_000;

/** The sides of an image as it is looked at (turned as its camera says), by its content alone; or why it cannot be one. */
export async function headerOf(blob: Blob): Promise<Sides | { readonly why: Note }> {
  if (blob.size === 0) return { why: because("empty") };
  const head = await firstBytes(blob, HEAD_BYTES);
  if (imageKindOf(head) === null) return { why: noImage(head) };
  const sides = sidesOf(head) ?? (blob.size > HEAD_BYTES ? sidesOf(await firstBytes(blob, LONG_HEAD_BYTES)) : null);
  if (!sides) return { why: because("no-size") };
  const { width, height } = sides;
  if (width * height > MAX_PIXELS_DECODED)
    return { why: because("too-large", { width, height, most: MAX_PIXELS_DECODED / 1e6 }) };
  return sides;
}

async function firstBytes(blob: Blob, bytes: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(0, bytes).arrayBuffer());
}

function sidesOf(head: Uint8Array): Sides | null {
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    if (!(width > 0 && height > 0)) return null;
    // From 5 on the camera was held upright.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}
