import type { Dialect } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";
import { unpackZstd } from "./unpack-zstd";

/** What browsers call the error when a file was deleted, changed or locked while it was being read. */
const ERRORS_OF_VANISHED = new Set(["NotFoundError", "NotReadableError", "SecurityError", "AbortError"]);

/** What a file was packed with, by its first bytes. */
export function compressionBy(head: Uint8Array): Dialect["compression"] {
  const begins = (magic: readonly number[]) => magic.every((byte, at) => head[at] === byte);
  return begins([0x1f, 0x8b]) ? "gzip" : begins([0x28, 0xb5, 0x2f, 0xfd]) ? "zstd" : "none";
}

/**
 * The bytes of a file as they stream in, unpacked. `onBytes` hears the bytes of the file itself as they come, and how many
 * they are with all before. Ending the loop early releases the file.
 *
 * @throws Failure `file-vanished`, `bad-gzip`
 */
export async function* openBytes(
  blob: Blob,
  compression: Dialect["compression"],
  onBytes: OnBytes = () => undefined,
): AsyncGenerator<Uint8Array> {
  const file = countingReader(blob, onBytes);
  const bytes = compression === "gzip" ? unpacked(file) : compression === "zstd" ? unpackZstd(file) : file;
  try {
    for (;;) {
      const { done, value } = await bytes.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw readFailure(error, compression);
  } finally {
    // The file is let go here: not every browser passes a cancel on through a pipe.
    await Promise.allSettled([bytes.cancel(), file.cancel()]);
  }
}

export type OnBytes = (read: number, chunk: Uint8Array) => void;

type ByteReader = Pick<ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>, "read" | "cancel">;

function countingReader(blob: Blob, onBytes: OnBytes): ByteReader {
  const reader = blob.stream().getReader();
  let bytes = 0;
  return {
    async read() {
      const result = await reader.read();
      if (!result.done) onBytes((bytes += result.value.byteLength), result.value);
      // A file that is cut while it is read just ends early, without an error.
      else if (bytes < blob.size)
        throw new Failure({ code: "file-vanished", detail: `${bytes} of ${blob.size} bytes could be read` });
      return result;
    },
    cancel: (reason) => reader.cancel(reason),
  };
}

function unpacked(file: ByteReader): ByteReader {
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await file.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return packed.pipeThrough(new DecompressionStream("gzip")).getReader();
}

/** The failure that an error of the file's stream stands for. */
export function readFailure(error: unknown, compression: Dialect["compression"]): unknown {
  if (error instanceof Failure || error instanceof RangeError) return error;
  const name = error instanceof Error ? error.name : "";
  const detail = error instanceof Error ? error.message : String(error);
  if (compression !== "none" && !ERRORS_OF_VANISHED.has(name))
    return new Failure({ code: "bad-gzip", ...(compression === "zstd" && { values: { context: "zstd" } }), detail });
  return new Failure({ code: "file-vanished", detail });
}
