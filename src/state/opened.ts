import type { ImageSource, Source } from "../engine/protocol";

/** What a person opened: the file of a table, or images. */
export type Opened = Source | ImageSource;

export function isImages(opened: Opened): opened is ImageSource {
  return "kind" in opened;
}

/** Bytes on disk of all that was opened. */
export function bytesOf(opened: Opened): number {
  return isImages(opened) ? opened.files.reduce((sum, { blob }) => sum + blob.size, 0) : opened.blob.size;
}
