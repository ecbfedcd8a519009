import { signatureOf } from "../read/signatures";
import type { Note, NoteBelow } from "../../core/data/note";

/** A file that is no image of the set, and why. */
export interface SkippedFile {
  readonly path: string;
  /** `image.*` of the catalogue. */
  readonly why: Note;
}

/** A file of a set, wherever it came from. */
export interface NamedBlob {
  readonly path: string;
  readonly blob: Blob;
}

/** Files that systems leave beside others: nobody chose them, so nobody is told of them. */
export function isLitter(path: string): boolean {
  return (
    path.split("/").some((part) => (part.startsWith(".") && part !== "." && part !== "..") || part === "__MACOSX") ||
    /(^|\/)(thumbs\.db|desktop\.ini)$/i.test(path)
  );
}

/** Why a file is no image, with what it is where its first bytes say so. */
export function noImage(head: Uint8Array): Note {
  const found = signatureOf(head);
  if (!found) return because("no-image");
  return because(found.context === "image" ? "convert" : "other-kind", { kind: found.kind });
}

export function because(code: NoteBelow<"image">, values?: Note["values"]): Note {
  return { code: `image.${code}`, ...(values ? { values } : {}) };
}
