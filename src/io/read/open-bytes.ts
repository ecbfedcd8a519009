import type { Dialect } from "../../core/data/dialect";
import { Failure } from "../../core/data/failure";

/** What browsers call the error when a file was deleted, changed or locked while it was being read. */
const VANISHED = new Set(["NotFoundError", "NotReadableError", "SecurityError", "AbortError"]);

/**
 * The bytes of a file as they stream in, unpacked. `onBytes` hears how many bytes of the file itself
 * have been read so far. Ending the loop early releases the file.
 *
 * @throws Failure `file-vanished`, `bad-gzip`
 */
export async function* openBytes(
  blob: Blob,
  compression: Dialect["compression"],
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const reader = open(blob, compression, onBytes).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw readFailure(error, compression);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function open(blob: Blob, compression: Dialect["compression"], onBytes: (bytes: number) => void) {
  let bytes = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      onBytes(bytes);
      controller.enqueue(chunk);
    },
  });
  const counted = blob.stream().pipeThrough(counter);
  return compression === "gzip" ? counted.pipeThrough(new DecompressionStream("gzip")) : counted;
}

/** The failure that an error of the file's stream stands for. */
export function readFailure(error: unknown, compression: Dialect["compression"]): unknown {
  if (error instanceof Failure || error instanceof RangeError) return error;
  const name = error instanceof Error ? error.name : "";
  const detail = error instanceof Error ? error.message : String(error);
  if (compression === "gzip" && !VANISHED.has(name)) return new Failure({ code: "bad-gzip", detail });
  return new Failure({ code: "file-vanished", detail });
}
