import { Failure } from "../../core/data/failure";

/** Fed in small pieces: a few bytes may stand for much more text. */
const BYTES_AT_ONCE = 8 * 1024;
/** What Zstandard itself takes without being told otherwise: more would be kept in memory while unpacking. */
const MAX_WINDOW = 128 * 1024 * 1024;

interface Bytes {
  read(): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>;
  cancel(reason?: unknown): Promise<void>;
}

/** Unpacks what Zstandard packed, piece by piece. Its reads reject where it is damaged or cut off. */
export function unpackZstd(file: Bytes): Bytes {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  let packed = new Uint8Array(0);
  let at = 0;
  let isFirst = true;
  let isDone = false;
  let push: ((chunk: Uint8Array, final?: boolean) => void) | null = null;
  return {
    async read() {
      push ??= await decompressor((bytes) => ready.push(bytes));
      while (ready.length === 0 && !isDone) {
        if (at === packed.length) {
          const { done, value } = await file.read();
          if (done) {
            isDone = true;
            push(new Uint8Array(0), true);
            break;
          }
          [packed, at] = [value, 0];
          if (isFirst) checkWindow(packed);
          isFirst = false;
        }
        push(packed.subarray(at, (at = Math.min(packed.length, at + BYTES_AT_ONCE))));
      }
      const value = ready.shift();
      return value ? { done: false, value } : { done: true, value: undefined };
    },
    cancel: (reason) => file.cancel(reason),
  };
}

async function decompressor(hear: (bytes: Uint8Array<ArrayBuffer>) => void) {
  const { Decompress } = await import("fzstd");
  // A copy: the bytes that are handed over are used again.
  const stream = new Decompress((bytes) => {
    if (bytes.length > 0) hear(Uint8Array.from(bytes));
  });
  return (chunk: Uint8Array, final = false): void => void stream.push(chunk, final);
}

/** What the first frame says that it needs (RFC 8878, 3.1.1.1). */
function checkWindow(bytes: Uint8Array): void {
  const descriptor = bytes[4] ?? 0;
  const isSingle = (descriptor & 32) !== 0;
  const [exponent, mantissa] = [(bytes[5] ?? 0) >> 3, (bytes[5] ?? 0) & 7];
  const window = isSingle ? contentSize(bytes, descriptor) : 2 ** (10 + exponent) * (1 + mantissa / 8);
  if (window > MAX_WINDOW) throw new Failure({ code: "bad-gzip", values: { context: "zstd-window" } });
}

function contentSize(bytes: Uint8Array, descriptor: number): number {
  const width = [1, 2, 4, 8][descriptor >> 6] ?? 1;
  const from = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  return bytes.subarray(from, from + width).reduce((sum, byte, place) => sum + byte * 256 ** place, 0);
}
