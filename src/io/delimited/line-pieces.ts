import type { Dialect } from "../../core/data/dialect";
import { openBytes, type OnBytes } from "../read/open-bytes";

/** How a file is cut, in bytes. */
export interface PieceSizes {
  readonly piece: number;
  /** So many, and all that follows, stay together: the lines at the foot of a file are seen at once. */
  readonly keptBack: number;
}

/** Pieces of about 1 MB keep memory low. */
export const PIECE_SIZES: PieceSizes = { piece: 1024 * 1024, keptBack: 256 * 1024 };
const LINE_FEED = 10;

/** Bytes of some whole lines; valid until the next piece. */
export interface LinePiece {
  readonly bytes: Uint8Array;
  /** Whether nothing follows. Only then, or where a line is longer than a piece, does it not end with a line feed. */
  readonly isLast: boolean;
}

/**
 * The bytes of a file in pieces that end behind a line feed, unpacked.
 *
 * @throws Failure `file-vanished`, `bad-gzip`
 */
export async function* linePieces(
  blob: Blob,
  compression: Dialect["compression"],
  onBytes: OnBytes,
  { piece, keptBack }: PieceSizes,
): AsyncGenerator<LinePiece> {
  const buffer = new Uint8Array(piece + keptBack);
  let filled = 0;
  for await (const chunk of openBytes(blob, compression, onBytes)) {
    for (let from = 0; from < chunk.length;) {
      const part = chunk.subarray(from, from + buffer.length - filled);
      buffer.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled < buffer.length) continue;
      const cut = buffer.lastIndexOf(LINE_FEED, piece - 1) + 1 || piece;
      yield { bytes: buffer.subarray(0, cut), isLast: false };
      buffer.copyWithin(0, cut, filled);
      filled -= cut;
    }
  }
  yield { bytes: buffer.subarray(0, filled), isLast: true };
}
