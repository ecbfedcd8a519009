import { readFailure } from "./open-bytes";
import type { Source, SourceFile } from "./source";

/** Enough to tell every known format, and to see the first names in an archive. */
const HEAD_BYTES = 4096;

/** A file as it is looked at before anything is read. */
export interface SeenFile extends SourceFile {
  /** Its first bytes; read when they are first asked for, and only once. Rejects with Failure "file-vanished". */
  head(): Promise<Uint8Array>;
}

/** The files of a source, each with its name, its size and its first bytes at hand. */
export function glanceAt({ files }: Pick<Source, "files">): readonly SeenFile[] {
  return files.map((file) => {
    let head: Promise<Uint8Array> | null = null;
    return { ...file, head: () => (head ??= firstBytesOf(file.blob)) };
  });
}

async function firstBytesOf(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  } catch (error) {
    throw readFailure(error, "none");
  }
}
