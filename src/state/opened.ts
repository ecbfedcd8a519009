import type { PictureSource, Source } from "../engine/protocol";

/** What a person opened: the file of a table, or pictures. */
export type Opened = Source | PictureSource;

export function isPictures(opened: Opened): opened is PictureSource {
  return "kind" in opened;
}

/** Bytes on disk of all that was opened. */
export function bytesOf(opened: Opened): number {
  return isPictures(opened) ? opened.files.reduce((sum, { blob }) => sum + blob.size, 0) : opened.blob.size;
}
