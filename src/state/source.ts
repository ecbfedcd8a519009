import type { DelimitedInspection, Inspection, Source } from "../engine/protocol";

/** A single file as what a person opened. */
export function sourceOf(name: string, blob: Blob): Source {
  return { name, files: [{ path: name, blob }] };
}

/** Bytes on disk of all that was opened. */
export function bytesOf({ files }: Source): number {
  return files.reduce((sum, { blob }) => sum + blob.size, 0);
}

/** Whether cells are written as text, with all that can be guessed wrong about it; other formats say themselves what they are. */
export function isDelimited(inspection: Inspection | null): inspection is DelimitedInspection {
  return inspection?.format === "delimited";
}
