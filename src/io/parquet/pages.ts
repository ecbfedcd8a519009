import type { PageHeader } from "hyparquet";
import { parquetHeader } from "hyparquet/src/column.js";
import { badParquet, decodingFailure } from "./bad-parquet";
import { bytesOf, type Chunk } from "./footer";
import { endOfStruct } from "./thrift-walk";

/** Read at once, where pages are smaller. */
const WINDOW_BYTES = 1024 * 1024;
/** Headers hold the least and the greatest value, which may be long words. */
const USUAL_HEADER_BYTES = 512;
/** Pages are about a megabyte; one program makes one of each column. */
const MAX_PAGE_BYTES = 256 * 1024 * 1024;
const MAX_PAGE_VALUES = 32 * 1024 * 1024;

/** A page as it lies in the file. */
export interface Page {
  readonly header: PageHeader;
  readonly packed: Uint8Array;
}

/**
 * The pages of a column in a row group, one after the other. `hear` gets the bytes as they are read, in their order.
 *
 * @throws Failure `bad-format` where sizes are impossible, `file-vanished`
 */
export async function* pagesOf(blob: Blob, chunk: Chunk, hear: (bytes: Uint8Array) => void): AsyncGenerator<Page> {
  let window = new Uint8Array(0);
  let from = chunk.start;
  let at = chunk.start;
  while (at < chunk.end) {
    const { header, length } = await nextHeader();
    checkSizes(header, chunk.end - at - length);
    const whole = length + header.compressed_page_size;
    const bytes = await read(whole);
    hear(bytes);
    at += whole;
    yield { header, packed: bytes.subarray(length) };
  }

  /** The next bytes; fewer where the column ends before. */
  async function read(length: number): Promise<Uint8Array> {
    const end = Math.min(chunk.end, at + length);
    if (end > from + window.length) {
      window = new Uint8Array(await bytesOf(blob, at, Math.min(chunk.end, at + Math.max(length, WINDOW_BYTES))));
      from = at;
    }
    return window.subarray(at - from, end - from);
  }

  async function nextHeader(): Promise<{ readonly header: PageHeader; readonly length: number }> {
    for (let room = USUAL_HEADER_BYTES; ; room *= 8) {
      const bytes = await read(room);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      try {
        const length = endOfStruct(view, 0);
        return { header: parquetHeader({ view, offset: 0 }), length };
      } catch (error) {
        if (!(error instanceof RangeError) || bytes.length < room) throw decodingFailure(error);
      }
    }
  }
}

function checkSizes(header: PageHeader, left: number): void {
  const { compressed_page_size: packed, uncompressed_page_size: bytes } = header;
  if (!(packed >= 0 && packed <= left && bytes >= 0)) throw badParquet("broken", "a page of an impossible size");
  const { num_values: values } = header.data_page_header ??
    header.data_page_header_v2 ??
    header.dictionary_page_header ?? { num_values: 0 };
  if (!(values >= 0)) throw badParquet("broken", "a page of an impossible length");
  if (bytes > MAX_PAGE_BYTES || values > MAX_PAGE_VALUES)
    throw badParquet("large", `a page of ${values} values in ${bytes} bytes`);
}
