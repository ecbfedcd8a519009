import { parquetMetadata, type ColumnChunk, type FileMetaData } from "hyparquet";
import { Failure } from "../../core/data/failure";
import { MAX_COLUMNS } from "../cells/cell-source";
import { readFailure } from "../read/open-bytes";
import { badParquet, decodingFailure } from "./bad-parquet";
import { leavesOf, type Leaf } from "./leaf";
import { endOfStruct } from "./thrift-walk";

/** What stands at the end of a Parquet file: its columns, and where their values lie. */
export interface Footer {
  readonly rows: number;
  readonly leaves: readonly Leaf[];
  readonly groups: readonly RowGroup[];
  readonly bytes: Uint8Array;
}

/** Rows that are stored together, column after column. */
export interface RowGroup {
  readonly rows: number;
  /** One per leaf; null: encrypted. */
  readonly chunks: readonly (Chunk | null)[];
}

/** The values of a column in a row group. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly codec: string;
  readonly values: number;
}

const PARQUET_MAGIC = 0x31524150; // "PAR1", read as a little-endian number
const MAGIC_ENCRYPTED = 0x45524150; // "PARE"
/** Length of the footer and the magic behind it. */
const TAIL_BYTES = 8;
/** A footer of 20,000 columns in a few groups, or of 50 columns in thousands. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads the footer of a file.
 *
 * @throws Failure `bad-format`, `too-many-columns`, `file-vanished`
 */
export async function footerOf(blob: Blob): Promise<Footer> {
  const tail = new DataView(await bytesOf(blob, Math.max(0, blob.size - TAIL_BYTES), blob.size));
  const magic = tail.byteLength < TAIL_BYTES ? 0 : tail.getUint32(4, true);
  if (magic === MAGIC_ENCRYPTED) throw badParquet("encrypted", "encrypted footer");
  if (magic !== PARQUET_MAGIC)
    throw badParquet((await beginsWithMagic(blob)) ? "broken" : "no-magic", "no magic at the end");
  const length = tail.getUint32(0, true);
  if (length > MAX_BYTES) throw badParquet(length > blob.size ? "broken" : "large", `footer of ${length} bytes`);
  if (length + TAIL_BYTES > blob.size) throw badParquet("broken", `footer of ${length} bytes`);
  const bytes = await bytesOf(blob, blob.size - TAIL_BYTES - length, blob.size);
  try {
    if (endOfStruct(new DataView(bytes), 0) > length) throw badParquet("broken", "footer runs over");
    return { ...contentOf(parquetMetadata(bytes, { geoparquet: false }), blob.size), bytes: new Uint8Array(bytes) };
  } catch (error) {
    throw decodingFailure(error);
  }
}

/** @throws Failure `file-vanished` */
export async function bytesOf(blob: Blob, start: number, end: number): Promise<ArrayBuffer> {
  try {
    return await blob.slice(start, end).arrayBuffer();
  } catch (error) {
    throw readFailure(error, "none");
  }
}

async function beginsWithMagic(blob: Blob): Promise<boolean> {
  const head = new DataView(await bytesOf(blob, 0, 4));
  return head.byteLength === 4 && head.getUint32(0, true) === PARQUET_MAGIC;
}

function contentOf({ schema, row_groups }: FileMetaData, fileBytes: number): Omit<Footer, "bytes"> {
  const columns = schema.filter(({ type }) => type !== undefined).length;
  if (columns > MAX_COLUMNS) throw new Failure({ code: "too-many-columns", values: { columns, limit: MAX_COLUMNS } });
  const leaves = leavesOf(schema);
  const groups = row_groups.map(({ num_rows, columns: chunks }) => {
    if (chunks.length !== leaves.length) throw badParquet("broken", "a row group lacks columns");
    return { rows: count(num_rows), chunks: chunks.map((chunk) => chunkOf(chunk, fileBytes)) };
  });
  return { rows: groups.reduce((sum, { rows }) => sum + rows, 0), leaves, groups };
}

function chunkOf(chunk: ColumnChunk, fileBytes: number): Chunk | null {
  const { meta_data: meta } = chunk;
  if (chunk.file_path) throw badParquet("unsupported", "columns in another file");
  if (!meta || chunk.crypto_metadata) return null;
  const data = count(meta.data_page_offset);
  const dictionary = count(meta.dictionary_page_offset ?? 0n);
  // Some programs write 0, or a place behind the data, where there is no dictionary.
  const start = dictionary > 0 ? Math.min(data, dictionary) : data;
  const end = start + count(meta.total_compressed_size);
  if (end > fileBytes) throw badParquet("broken", "a column lies behind the end of the file");
  return { start, end, codec: meta.codec, values: count(meta.num_values) };
}

function count(value: bigint): number {
  const number = Number(value);
  if (!(number >= 0 && number <= Number.MAX_SAFE_INTEGER)) throw badParquet("broken", `a count of ${number}`);
  return number;
}
