import type { FileEntry } from "@zip.js/zip.js";
import { Failure } from "../../core/data/failure";
import { KIND_BYTES, imageKindOf } from "../../core/images/image-kind";
import { nameIn } from "../archive/entry-name";
import { type EntryName, entryNames } from "../encoding/entry-names";
import { because, isLitter, noImage, type NamedBlob, type SkippedFile } from "./skipped";

/** How far an archive is followed. */
export interface ArchiveLimits {
  /** Entries looked at: more images than that cannot be held either. */
  readonly entries: number;
  /** Bytes of one image, unpacked: 80 megapixels without compression. */
  readonly entryBytes: number;
  /** Bytes of all images, unpacked. */
  readonly bytes: number;
}

const USUAL_LIMITS: ArchiveLimits = { entries: 20_000, entryBytes: 256_000_000, bytes: 1_000_000_000 };

export interface ArchiveWatch {
  /** How much of the archive was looked at (0 to 1), and how many images it gave. Rejects when the person gave up. */
  checkpoint(done: number, images: number): Promise<void>;
}

/** Whether a file begins like a zip archive, whatever its name. */
export async function isArchive(blob: Blob): Promise<boolean> {
  const [p, k, three, four] = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  return p === 0x50 && k === 0x4b && ((three === 3 && four === 4) || (three === 5 && four === 6));
}

/**
 * The images of a zip archive, one after the other; the archive itself is never in memory. Only what begins like a
 * image is unpacked, and what an entry claims about its size is not believed: it is left as soon as it is too large, so
 * that nothing can expand without end. Throws Failure "bad-archive" where it cannot be read as a zip.
 */
export async function readArchive(
  blob: Blob,
  { checkpoint }: ArchiveWatch,
  limits = USUAL_LIMITS,
): Promise<{ files: NamedBlob[]; skipped: SkippedFile[] }> {
  const { BlobReader, ZipReader } = await import("@zip.js/zip.js/index-native.js");
  const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false });
  const files: { at: number; blob: Blob }[] = [];
  const skipped: { at: number; why: SkippedFile["why"] }[] = [];
  const names: EntryName[] = [];
  let room = limits.bytes;
  let looked = 0;
  try {
    const entries = reader.getEntriesGenerator();
    for (;;) {
      const next = await entries.next().catch(asBadArchive);
      if (next.done) break;
      const entry = next.value;
      if (looked++ === limits.entries) {
        skipped.push({ at: names.push(nameIn(entry)) - 1, why: because("entries", { most: limits.entries }) });
        break;
      }
      // Where the entry lies tells how far the archive was read.
      await checkpoint(Math.min(1, entry.offset / Math.max(1, blob.size)), files.length);
      if (entry.directory || isLitter(entry.filename)) continue;
      const at = names.push(nameIn(entry)) - 1;
      if (entry.encrypted) skipped.push({ at, why: because("encrypted") });
      else if (room <= 0) skipped.push({ at, why: because("unpacked", { megabytes: limits.bytes / 1e6 }) });
      else {
        const found = await unpacked(entry, limits, room);
        if ("why" in found) skipped.push({ at, why: found.why });
        else {
          files.push({ at, blob: found.blob });
          room -= found.blob.size;
        }
      }
    }
  } finally {
    await reader.close().catch(() => undefined);
  }
  const paths = entryNames(names).map(withSlashes);
  return {
    files: files.map(({ at, blob }) => ({ path: paths[at]!, blob })), // one per name
    skipped: skipped.map(({ at, why }) => ({ path: paths[at]!, why })),
  };
}

/** Some programs of Windows write its own mark between folders. */
function withSlashes(path: string): string {
  return path.includes("/") ? path : path.replaceAll("\\", "/");
}

async function unpacked(
  entry: FileEntry,
  limits: ArchiveLimits,
  room: number,
): Promise<{ blob: Blob } | { why: SkippedFile["why"] }> {
  const parts: BlobPart[] = [];
  const left: SkippedFile["why"][] = [];
  let size = 0;
  let head = new Uint8Array(0);
  const leave = (why: SkippedFile["why"]) => {
    left.push(why);
    throw new Error(why.code);
  };
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      size += chunk.length;
      if (head.length < KIND_BYTES) {
        head = Uint8Array.of(...head, ...chunk.subarray(0, KIND_BYTES - head.length));
        if (head.length === KIND_BYTES && imageKindOf(head) === null) leave(notAnImage(head));
      }
      if (size > limits.entryBytes) leave(because("entry-size", { megabytes: limits.entryBytes / 1e6 }));
      if (size > room) leave(because("unpacked", { megabytes: limits.bytes / 1e6 }));
      // The stream may use its memory again.
      parts.push(chunk.slice());
    },
  });
  try {
    await entry.getData(sink, { useWebWorkers: false });
  } catch {
    return { why: left[0] ?? because("damaged-entry") };
  }
  if (size === 0) return { why: because("empty") };
  return head.length < KIND_BYTES ? { why: notAnImage(head) } : { blob: new Blob(parts) };
}

function notAnImage(head: Uint8Array): SkippedFile["why"] {
  return head[0] === 0x50 && head[1] === 0x4b ? because("archive-inside") : noImage(head);
}

function asBadArchive(error: unknown): never {
  throw new Failure({
    code: "bad-archive",
    detail: String(error),
  });
}
