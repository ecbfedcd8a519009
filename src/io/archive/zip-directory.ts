import type { FileEntry } from "@zip.js/zip.js";
import { Failure } from "../../core/data/failure";
import { nameIn } from "./entry-name";
import { type EntryName, entryNames } from "../encoding/entry-names";
import { readFailure } from "../read/open-bytes";
import { inflated } from "./inflated";

/** One file of a zip archive. */
export interface ZipEntry {
  readonly path: string;
  /** What the archive claims of its bytes, unpacked: good for an estimate, never believed. */
  readonly claimed: number;
  readonly isEncrypted: boolean;
  /** Its bytes as they are unpacked; ends the reading with Failure `bad-archive` once they are more than `limit`. */
  bytes(limit: number): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

/** How nearly every entry is packed. */
const DEFLATE_METHOD = 8;
/** More files than that are no table. */
const MAX_ENTRIES = 20_000;

/**
 * The files of a zip archive, from the directory at its end: nothing is unpacked yet.
 *
 * @throws Failure `bad-archive`, `file-vanished`
 */
export async function zipDirectory(blob: Blob): Promise<readonly ZipEntry[]> {
  const { BlobReader, ZipReader } = await import("@zip.js/zip.js/index-native.js");
  // Nothing is held open by it: a Blob is read where it lies.
  const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false });
  const entries: ZipEntry[] = [];
  const names: EntryName[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length === MAX_ENTRIES) break;
      if (entry.directory) continue;
      names.push(nameIn(entry));
      entries.push({
        path: entry.filename,
        claimed: entry.uncompressedSize,
        isEncrypted: entry.encrypted,
        bytes: (limit) => unpacked(blob, entry, limit),
      });
    }
  } catch (error) {
    throw archiveFailure(error);
  }
  const paths = entryNames(names);
  return entries.map((entry, at) => ({ ...entry, path: paths[at]! })); // one per name
}

async function* unpacked(blob: Blob, entry: FileEntry, limit: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const isDeflated = entry.compressionMethod === DEFLATE_METHOD && !entry.encrypted;
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | null = null;
  let size = 0;
  try {
    reader = ((isDeflated ? await inflated(blob, entry) : null) ?? asArchived(entry)).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      size += value.length;
      if (size > limit)
        throw new Failure({ code: "bad-archive", values: { why: "large", context: "large", path: entry.filename } });
      yield value;
    }
  } catch (error) {
    throw archiveFailure(error);
  } finally {
    reader?.cancel().catch(() => undefined);
  }
}

/** The bytes of an entry as the library gives them; whoever reads slowly makes it wait. */
function asArchived(entry: FileEntry): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>();
  entry.getData(writable, { useWebWorkers: false }).catch((error: unknown) => {
    writable.abort(error).catch(() => undefined);
  });
  return readable;
}

function archiveFailure(error: unknown): unknown {
  const failure = readFailure(error, "none");
  if (error instanceof Failure || isVanished(error) || error instanceof RangeError) return failure;
  return new Failure({ code: "bad-archive", detail: String(error) });
}

function isVanished(error: unknown): boolean {
  return error instanceof Error && (error.name === "NotFoundError" || error.name === "NotReadableError");
}
