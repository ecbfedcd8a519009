type Bytes = Uint8Array<ArrayBuffer>;

/** What a file of gzip begins with: nothing is said of a name or a time. */
const GZIP_HEAD = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

/**
 * Unpacks what an archive holds deflated, as a file of gzip, whose end holds the checksum and the size that the archive
 * tells: the browser checks both while it unpacks, so that damaged bytes end in an error.
 */
export function inflated(
  packed: ReadableStream<Bytes>,
  { crc32, uncompressedSize }: { readonly crc32?: number; readonly uncompressedSize: number },
): ReadableStream<Bytes> {
  const reader = packed.getReader();
  const gzip = new ReadableStream<Bytes>({
    start(controller) {
      controller.enqueue(Uint8Array.from(GZIP_HEAD));
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (!done) {
        controller.enqueue(value);
        return;
      }
      const end = new DataView(new ArrayBuffer(8));
      end.setUint32(0, crc32 ?? 0, true);
      end.setUint32(4, uncompressedSize % 2 ** 32, true);
      controller.enqueue(new Uint8Array(end.buffer));
      controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return gzip.pipeThrough(new DecompressionStream("gzip"));
}
