import { imageSize } from "image-size";
import type { Note } from "../../core/data/note";
import type { Sides } from "../../core/images/guess-images-kind";
import { imageKindOf, type ImageKind } from "../../core/images/image-kind";
import { because, noImage } from "./skipped";
import type { Depth } from "./tiff/tiff-image";

/** Enough for the size of nearly every image; a photograph may carry more before it. */
const HEAD_BYTES = 65_536;
const LONG_HEAD_BYTES = 8_000_000;
/** Pixels of an image that a tab can be trusted to decode. */
const MAX_PIXELS_DECODED = 80_000_000;

/** What is known of an image before its colours are looked at. */
export interface ImageHeader extends Sides {
  readonly kind: ImageKind;
  /** Of values that are looked at through a window: how they are held. */
  readonly depth?: Depth;
  /** Images in the file, where it is not one. */
  readonly pages?: number;
}

/** The sides of an image as it is looked at (turned as its camera says), by its content alone; or why it cannot be one. */
export async function headerOf(blob: Blob): Promise<ImageHeader | { readonly why: Note }> {
  if (blob.size === 0) return { why: because("empty") };
  const head = await firstBytes(blob, HEAD_BYTES);
  const kind = imageKindOf(head);
  if (kind === null) return { why: noImage(head) };
  if (kind === "tiff") return ofTiff(blob);
  const sides = sidesOf(head) ?? (blob.size > HEAD_BYTES ? sidesOf(await firstBytes(blob, LONG_HEAD_BYTES)) : null);
  if (!sides) return { why: because("no-size") };
  return tooLarge(sides) ?? { ...sides, kind };
}

function tooLarge({ width, height }: Sides): { readonly why: Note } | null {
  if (width * height <= MAX_PIXELS_DECODED) return null;
  return { why: because("too-large", { width, height, most: MAX_PIXELS_DECODED / 1e6 }) };
}

async function ofTiff(blob: Blob): Promise<ImageHeader | { readonly why: Note }> {
  const { tiffHeader } = await import("./tiff/tiff-image");
  const found = await tiffHeader(blob).catch(() => null);
  if (!found) return { why: because("no-size") };
  if ("why" in found) return found;
  const { width, height, depth, pages } = found;
  if (!(width > 0 && height > 0)) return { why: because("no-size") };
  return tooLarge(found) ?? { width, height, kind: "tiff", ...(depth && { depth }), ...(pages > 1 && { pages }) };
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
