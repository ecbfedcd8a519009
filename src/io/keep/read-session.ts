import { Failure } from "../../core/data/failure";
import { isRecord } from "../../core/project/decoder";
import { bytesOfEntry, entriesInOrder, type HeadedEntry } from "../archive/entries-in-order";
import { zipDirectory, type ZipEntry } from "../archive/zip-directory";
import type { SeenFile } from "../read/glance";
import { dataNumber, MODEL_FOLDER, PART_FOLDER, SESSION_FORMAT, SESSION_NAME, SESSION_VERSION } from "./session-file";
import { decodeWork, type WorkDocument, type WorkPart } from "./work-document";

/** A session that was taken from its file, as far as it goes. */
export interface ReadSession {
  readonly work: WorkDocument;
  /** A hash of the bytes that the work is about; empty where that is not told. */
  readonly content: string;
  /** A later version wrote it. */
  readonly isNewer: boolean;
  /** Its end is missing. */
  readonly isCut: boolean;
  /** The bytes of a part; null where they are not there, damaged, or more than is said. */
  read(part: WorkPart): Promise<Blob | null>;
  /** The files of kept detectors that came along. */
  models(): Promise<readonly Blob[]>;
}

/** Documents are small; what is larger is none. */
const MAX_DOCUMENT_BYTES = 100_000_000;
const MAX_MODEL_BYTES = 256_000_000;
/** Bytes of all that is unpacked: a small file that grows without end is left there. */
const MAX_BYTES = 3_000_000_000;

interface Packed {
  readonly path: string;
  bytes(limit: number): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

/**
 * Whether a zip archive holds a session, by the names in it and by what its document calls itself. One whose directory is
 * gone is one where a session begins so, even if nothing can be read of it any more: `readSession` tells that.
 */
export async function isSession(file: SeenFile): Promise<boolean> {
  const names = await file.entries();
  if (names.some(isDocument)) return (await documentIn(await contentsOf(file.blob))) !== null;
  if (names.length > 0) return false;
  const start = (await file.head()).subarray(NAME_AT, NAME_AT + SESSION_NAME.length);
  return new TextDecoder().decode(start) === SESSION_NAME;
}

/** Where the name of the first file stands. */
const NAME_AT = 30;

/**
 * Reads a session. Nothing that it claims is believed and nothing of it is run: bytes are counted as they come out, and what
 * is more than said, or damaged, is not there. Throws Failure "bad-session".
 */
export async function readSession(archive: Blob): Promise<ReadSession> {
  const contents = await contentsOf(archive);
  const document = await documentIn(contents);
  const decoded = document && decodeWork(JSON.stringify(document.work ?? null));
  if (!decoded) throw new Failure({ code: "bad-session" });
  const { entries, prefix, isCut } = contents;
  let room = MAX_BYTES;
  const unpack = async (path: string, limit: number): Promise<Blob | null> => {
    const entry = entries.get(prefix + path);
    const blob = entry ? await wholeOf(entry, Math.min(limit, room)) : null;
    room -= blob?.size ?? 0;
    return blob;
  };
  return {
    work: decoded.work,
    content: typeof document.content === "string" ? document.content : "",
    isNewer: decoded.isNewer || !(Number(document.version) <= SESSION_VERSION),
    isCut,
    async read(part) {
      if (part.bytes > room) return null;
      if (part.kind !== "source") return exactly(await unpack(PART_FOLDER + part.file, part.bytes), part.bytes);
      const blobs: Blob[] = [];
      for (const [at, { bytes }] of part.files.entries()) {
        const path = pathOfData(contents, at);
        const blob = path === null ? null : exactly(await unpack(path, bytes), bytes);
        if (!blob) return null;
        blobs.push(blob);
      }
      return exactly(new Blob(blobs), part.bytes);
    },
    async models() {
      const found: Blob[] = [];
      for (const path of entries.keys()) {
        if (!path.startsWith(prefix + MODEL_FOLDER)) continue;
        const blob = await unpack(path.slice(prefix.length), MAX_MODEL_BYTES);
        if (blob) found.push(blob);
      }
      return found;
    },
  };
}

interface Contents {
  readonly entries: ReadonlyMap<string, Packed>;
  /** The folder that everything lies in: who packs it again packs the folder that it was unpacked to. */
  readonly prefix: string;
  readonly isCut: boolean;
  readonly data: ReadonlyMap<number, string>;
}

/** What lies in an archive: by its directory, or, where the end is missing, by what stands in front of each file. */
async function contentsOf(archive: Blob): Promise<Contents> {
  const listed = await zipDirectory(archive).catch(() => null);
  const found: readonly Packed[] = listed ?? (await headed(archive));
  const [document = SESSION_NAME] = found.map(({ path }) => path).filter(isDocument);
  const prefix = document.slice(0, -SESSION_NAME.length);
  const data = found.flatMap(({ path }): [number, string][] => {
    const own = path.startsWith(prefix) ? path.slice(prefix.length) : "";
    const at = dataNumber(own);
    return at === null ? [] : [[at, own]];
  });
  return {
    entries: new Map(found.map((entry) => [entry.path, entry])),
    prefix,
    isCut: listed === null,
    data: new Map(data),
  };
}

function pathOfData({ data }: Contents, at: number): string | null {
  return data.get(at) ?? null;
}

/** Whether it is called as the document of a session, at the top or in a folder at the top. */
function isDocument(path: string): boolean {
  return path === SESSION_NAME || (path.endsWith(`/${SESSION_NAME}`) && path.split("/").length === 2);
}

async function headed(archive: Blob): Promise<Packed[]> {
  const found: HeadedEntry[] = [];
  for await (const entry of entriesInOrder(archive)) found.push(entry);
  return found.map((entry) => ({
    path: entry.path,
    async *bytes(limit) {
      const reader = (await bytesOfEntry(archive, entry)).getReader();
      let size = 0;
      try {
        for (let next = await reader.read(); !next.done; next = await reader.read()) {
          size += next.value.length;
          if (size > limit) throw new RangeError("more than is said");
          yield next.value;
        }
      } finally {
        reader.cancel().catch(() => undefined);
      }
    },
  }));
}

async function documentIn({ entries, prefix }: Contents): Promise<Readonly<Record<string, unknown>> | null> {
  const entry = entries.get(prefix + SESSION_NAME);
  const blob = entry ? await wholeOf(entry, MAX_DOCUMENT_BYTES) : null;
  try {
    const found: unknown = blob && JSON.parse(await blob.text());
    return isRecord(found) && found.format === SESSION_FORMAT ? found : null;
  } catch {
    return null;
  }
}

/** All bytes of an entry; null where it is damaged, or larger than the limit. */
async function wholeOf(entry: Packed | ZipEntry, limit: number): Promise<Blob | null> {
  const parts: BlobPart[] = [];
  try {
    for await (const bytes of entry.bytes(limit)) parts.push(bytes);
  } catch {
    return null;
  }
  return new Blob(parts);
}

function exactly(blob: Blob | null, bytes: number): Blob | null {
  return blob?.size === bytes ? blob : null;
}
