import type { Dialect } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import { compressionBy, openBytes, readFailure } from "../read/open-bytes";

/** A text file, and how the table of it is called. */
export interface TextFile {
  readonly name: string;
  readonly blob: Blob;
}

/** The first part of a file, unpacked. */
export interface Head {
  readonly compression: Dialect["compression"];
  readonly bytes: Uint8Array;
  /** Whether the head is the whole file. */
  readonly whole: boolean;
  /** Bytes that the whole file has when unpacked; estimated when it is packed. */
  readonly unpacked: number;
  /** Bytes from further on in the file, to find letters that its head does not have; empty when packed. */
  readonly probes: readonly Uint8Array[];
}

const HEAD_BYTES = 256 * 1024;
/** A head with fewer lines than `MIN_LINES` says too little; it is read again this long. */
const LONG_HEAD_BYTES = 4 * 1024 * 1024;
const MIN_LINES = 20;
const PROBE_BYTES = 32 * 1024;
const LINE_FEED = 10;

/**
 * Reads the first 256 kB of a file (4 MB when its lines are very long), unpacked when it begins as
 * gzip or Zstandard files do.
 *
 * @throws Failure `empty-file`, `file-vanished`, `bad-gzip`
 */
export async function readHead({ blob }: TextFile, fixed?: Dialect["compression"]): Promise<Head> {
  if (blob.size === 0) throw new Failure({ code: "empty-file" });
  const compression = fixed ?? compressionBy(await bytesAt(blob, 0, 4));
  const head = await readFirst(blob, compression, HEAD_BYTES);
  if (head.whole || linesIn(head.bytes) >= MIN_LINES) return head;
  return readFirst(blob, compression, LONG_HEAD_BYTES);
}

async function readFirst(blob: Blob, compression: Dialect["compression"], limit: number): Promise<Head> {
  if (compression !== "none") return unpackFirst(blob, compression, limit);
  const bytes = await bytesAt(blob, 0, limit);
  const whole = blob.size <= limit;
  const probes = whole ? [] : await Promise.all([0.25, 0.5, 0.75, 1].map((share) => probeAt(blob, share)));
  return { compression, bytes, whole, unpacked: blob.size, probes };
}

async function unpackFirst(blob: Blob, compression: "gzip" | "zstd", limit: number): Promise<Head> {
  const bytes = new Uint8Array(limit);
  let filled = 0;
  let packed = 0;
  let whole = true;
  for await (const chunk of openBytes(blob, compression, (read) => (packed = read))) {
    const part = chunk.subarray(0, limit - filled);
    bytes.set(part, filled);
    filled += part.length;
    whole = filled < limit;
    if (!whole) break;
  }
  if (filled === 0) throw new Failure({ code: "empty-file" });
  const ratio = filled / packed;
  const said = compression === "gzip" && !whole ? await saidSize(blob) : 0;
  const unpacked = whole ? filled : said > blob.size ? said : Math.round(blob.size * Math.max(1, ratio));
  return { compression, bytes: bytes.subarray(0, filled), whole, unpacked, probes: [] };
}

/**
 * The last four bytes of a gzip file hold its unpacked size modulo 2^32 (RFC 1952). A file made of
 * several members or larger than 4 GB says too little there: then the ratio of its head is taken.
 */
async function saidSize(blob: Blob): Promise<number> {
  const trailer = await bytesAt(blob, blob.size - 4, blob.size);
  return new DataView(trailer.buffer).getUint32(0, true);
}

/** A piece that ends at `share` of the file, from its first whole character on. */
async function probeAt(blob: Blob, share: number): Promise<Uint8Array> {
  const end = Math.floor(blob.size * share);
  const bytes = await bytesAt(blob, Math.max(0, end - PROBE_BYTES), end);
  const line = bytes.indexOf(LINE_FEED);
  return line < 0 ? bytes.subarray(bytes.length) : bytes.subarray(line + 1, bytes.lastIndexOf(LINE_FEED) + 1);
}

async function bytesAt(blob: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.slice(from, to).arrayBuffer());
  } catch (error) {
    throw readFailure(error, "none");
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) if (byte === LINE_FEED) lines++;
  return lines;
}
