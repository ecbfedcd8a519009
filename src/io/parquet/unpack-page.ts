import { snappyUncompress } from "hyparquet";
import { badParquet, decodingFailure } from "./bad-parquet";

/**
 * Unpacks a page into exactly as many bytes as its header says: never more, whatever is in it. What only some files need
 * is fetched when one does.
 *
 * @throws Failure `bad-format`
 */
export async function unpackPage(packed: Uint8Array, bytes: number, codec: string): Promise<Uint8Array> {
  if (bytes === 0) return new Uint8Array(0);
  if (codec === "UNCOMPRESSED") {
    if (packed.length !== bytes) throw badParquet("broken", "a page is shorter than it says");
    return packed;
  }
  try {
    const page = await unpacked(packed, bytes, codec);
    if (page.length !== bytes) throw badParquet("broken", `a page of ${page.length} bytes instead of ${bytes}`);
    return page;
  } catch (error) {
    throw decodingFailure(error);
  }
}

async function unpacked(packed: Uint8Array, bytes: number, codec: string): Promise<Uint8Array> {
  switch (codec) {
    case "SNAPPY": {
      const page = new Uint8Array(bytes);
      snappyUncompress(packed, page);
      return page;
    }
    case "GZIP":
      return gunzipped(packed, bytes);
    case "ZSTD": {
      const { decompress } = await import("fzstd");
      return decompress(packed, new Uint8Array(bytes));
    }
    case "LZ4": {
      const { decompressLz4 } = await import("hyparquet-compressors/src/lz4.js");
      return decompressLz4(packed, bytes);
    }
    case "LZ4_RAW": {
      const { decompressLz4Raw } = await import("hyparquet-compressors/src/lz4.js");
      return decompressLz4Raw(packed, bytes);
    }
    case "BROTLI": {
      const { decompressBrotli } = await import("hyparquet-compressors/src/brotli.js");
      return decompressBrotli(packed, bytes);
    }
    default:
      throw badParquet("unsupported", `codec ${codec}`);
  }
}

/** The browser unpacks faster than any code of ours; what comes out is counted, not believed. */
async function gunzipped(packed: Uint8Array, bytes: number): Promise<Uint8Array> {
  const page = new Uint8Array(bytes);
  const stream = new Blob([Uint8Array.from(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  const reader = stream.getReader();
  let filled = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (filled + value.length > bytes) {
      await reader.cancel().catch(() => undefined);
      throw badParquet("broken", "a page is longer than it says");
    }
    page.set(value, filled);
    filled += value.length;
  }
  return page.subarray(0, filled);
}
