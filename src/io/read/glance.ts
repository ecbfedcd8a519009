import { zipDirectory } from "../archive/zip-directory";
import { readFailure } from "./open-bytes";
import type { Source, SourceFile } from "./source";

/** Enough to tell every known format, and to see the first names in an archive. */
const HEAD_BYTES = 4096;

/** A file as it is looked at before anything is read. */
export interface SeenFile extends SourceFile {
  /** Its first bytes; read when they are first asked for, and only once. Rejects with Failure "file-vanished". */
  head(): Promise<Uint8Array>;
  /** The paths of the files in it, where it is a zip archive; read once. None where it is damaged. */
  entries(): Promise<readonly string[]>;
}

/** The files of a source, each with its name, its size and its first bytes at hand. */
export function glanceAt({ files }: Pick<Source, "files">): readonly SeenFile[] {
  return files.map((file) => {
    let head: Promise<Uint8Array> | null = null;
    let entries: Promise<readonly string[]> | null = null;
    return {
      ...file,
      head: () => (head ??= firstBytesOf(file.blob)),
      entries: () => (entries ??= entriesOf(file.blob)),
    };
  });
}

async function entriesOf(blob: Blob): Promise<readonly string[]> {
  // Whoever reads it says what is wrong with it.
  const entries = await zipDirectory(blob).catch(() => []);
  return entries.map(({ path }) => path);
}

async function firstBytesOf(blob: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  } catch (error) {
    throw readFailure(error, "none");
  }
}
