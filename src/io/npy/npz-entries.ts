import { Failure } from "../../core/data/failure";

/** Bytes of all arrays together, unpacked. */
const MAX_BYTES = 1_000_000_000;
const MAX_ENTRIES = 1000;

/**
 * The .npy files of an archive. What an entry claims of its size is not believed: the bytes that come out are counted.
 *
 * @throws Failure `bad-format`
 */
export async function npzEntries(blob: Blob, limit = MAX_BYTES): Promise<ReadonlyMap<string, Uint8Array>> {
  const { BlobReader, ZipReader } = await import("@zip.js/zip.js/index-native.js");
  const reader = new ZipReader(new BlobReader(blob), { useWebWorkers: false });
  const found = new Map<string, Uint8Array>();
  let room = limit;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.directory || entry.encrypted || !entry.filename.endsWith(".npy") || found.size >= MAX_ENTRIES) continue;
      const parts: Uint8Array<ArrayBuffer>[] = [];
      const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
        write(chunk) {
          room -= chunk.length;
          if (room < 0) throw new Error("too large");
          // The stream may use its memory again.
          parts.push(chunk.slice());
        },
      });
      await entry.getData(sink, { useWebWorkers: false });
      found.set(entry.filename.slice(0, -4), new Uint8Array(await new Blob(parts).arrayBuffer()));
    }
  } catch (error) {
    const why = room < 0 ? "large" : "broken";
    throw new Failure({ code: "bad-format", values: { format: "NumPy", why }, detail: String(error) });
  } finally {
    await reader.close().catch(() => undefined);
  }
  return found;
}
