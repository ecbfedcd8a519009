import { type PackedEntry, inflated } from "./inflated";

/** An entry of an archive as its own header tells of it. */
export interface HeadedEntry extends PackedEntry {
  readonly path: string;
  readonly isDeflated: boolean;
  /** Where its packed bytes begin. */
  readonly from: number;
}

const HEADER_SIZE = 30;
const HEADER_MARK = 0x04034b50;
/** Of the flags: the sizes stand behind the bytes, or the bytes are encrypted; neither is of our writing. */
const UNREADABLE_FLAGS = 0b1001;
const DEFLATE_METHOD = 8;
const ZIP64_FIELD = 1;
const IN_FIELD = 0xffffffff;

/**
 * The entries of a zip archive one after the other, by the header in front of each: of one that was cut off, whose
 * directory is gone, those that are there whole. Ends where a header is none.
 */
export async function* entriesInOrder(blob: Blob): AsyncGenerator<HeadedEntry> {
  for (let offset = 0; ;) {
    const entry = await entryAt(blob, offset);
    if (!entry || entry.from + entry.compressedSize > blob.size) return;
    yield entry;
    offset = entry.from + entry.compressedSize;
  }
}

async function entryAt(blob: Blob, offset: number): Promise<HeadedEntry | null> {
  const head = await viewOf(blob, offset, HEADER_SIZE);
  if (!head || head.getUint32(0, true) !== HEADER_MARK || (head.getUint16(6, true) & UNREADABLE_FLAGS) !== 0)
    return null;
  const [nameSize, extraSize] = [head.getUint16(26, true), head.getUint16(28, true)];
  const rest = await viewOf(blob, offset + HEADER_SIZE, nameSize + extraSize);
  if (!rest) return null;
  const path = new TextDecoder().decode(new Uint8Array(rest.buffer, 0, nameSize));
  const [packed, unpacked] = [head.getUint32(18, true), head.getUint32(22, true)];
  const large = packed === IN_FIELD || unpacked === IN_FIELD ? sizesIn(rest, nameSize) : { packed, unpacked };
  return (
    large && {
      path,
      offset,
      from: offset + HEADER_SIZE + nameSize + extraSize,
      crc32: head.getUint32(14, true),
      compressedSize: large.packed,
      uncompressedSize: large.unpacked,
      isDeflated: head.getUint16(8, true) === DEFLATE_METHOD,
    }
  );
}

/** Sizes beyond four gigabytes stand in a field behind the name. */
function sizesIn(rest: DataView, from: number): { readonly packed: number; readonly unpacked: number } | null {
  for (let at = from; at + 4 <= rest.byteLength; at += 4 + rest.getUint16(at + 2, true))
    if (rest.getUint16(at, true) === ZIP64_FIELD && at + 20 <= rest.byteLength)
      return { unpacked: Number(rest.getBigUint64(at + 4, true)), packed: Number(rest.getBigUint64(at + 12, true)) };
  return null;
}

async function viewOf(blob: Blob, from: number, size: number): Promise<DataView | null> {
  const bytes = await blob.slice(from, from + size).arrayBuffer();
  return bytes.byteLength === size ? new DataView(bytes) : null;
}

/** The bytes of such an entry, unpacked as they are asked for. */
export async function bytesOfEntry(blob: Blob, entry: HeadedEntry): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const packed = blob.slice(entry.from, entry.from + entry.compressedSize);
  return (entry.isDeflated ? await inflated(blob, entry) : null) ?? packed.stream();
}
