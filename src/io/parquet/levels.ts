import { badParquet } from "./bad-parquet";

/** With more bits than that, a value and its place in a byte do not fit 32 bits. */
const MAX_WIDTH = 25;

/**
 * Fills `out` with numbers of `width` bits that were packed as runs and as bits, from `at` on, and never reads or writes
 * beyond either end: the number of repetitions is what the file claims.
 *
 * @throws Failure `bad-format` where they end too early
 */
export function unpackRuns(bytes: Uint8Array, at: number, width: number, out: Int32Array): void {
  if (width > MAX_WIDTH) throw badParquet("unsupported", `codes of ${width} bits`);
  let seen = 0;
  while (seen < out.length) {
    let header = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = byteAt(bytes, at++);
      if (shift > 28) throw badParquet("broken", "a run without end");
      header += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    const groups = Math.floor(header / 2);
    if (header % 2 === 1) {
      seen = unpackBits(bytes, at, { width, groups, from: seen }, out);
      at += groups * width;
      continue;
    }
    let value = 0;
    for (let shift = 0; shift < width; shift += 8) value |= byteAt(bytes, at++) << shift;
    const end = Math.min(out.length, seen + groups);
    out.fill(value, seen, end);
    seen = end;
    if (groups === 0 && at >= bytes.length) throw badParquet("broken", "runs end too early");
  }
}

/** Unpacks groups of eight values each; returns how many values are filled then. */
function unpackBits(
  bytes: Uint8Array,
  start: number,
  { width, groups, from }: { readonly width: number; readonly groups: number; readonly from: number },
  out: Int32Array,
): number {
  const end = Math.min(out.length, from + groups * 8);
  const needed = Math.ceil(((end - from) * width) / 8);
  if (start + needed > bytes.length) throw badParquet("broken", "bits end too early");
  const mask = 2 ** width - 1;
  let at = start;
  for (let seen = from; seen < end; at += width) {
    for (let bit = 0; bit < 8 * width && seen < end; bit += width) {
      const byte = at + (bit >> 3);
      const word = bytes[byte]! | (bytes[byte + 1]! << 8) | (bytes[byte + 2]! << 16) | (bytes[byte + 3]! << 24);
      out[seen++] = (word >>> (bit & 7)) & mask;
    }
    if (width === 0) {
      out.fill(0, seen, end);
      return end;
    }
  }
  return end;
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw badParquet("broken", "runs end too early");
  return byte;
}

/** Bits that numbers up to `most` take. */
export function widthOf(most: number): number {
  return 32 - Math.clz32(most);
}
