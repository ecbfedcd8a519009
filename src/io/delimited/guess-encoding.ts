import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import type { Head } from "./read-head";

export interface EncodingGuess {
  readonly value: string;
  readonly sure: boolean;
  readonly why: Note;
}

/** The encodings that a person can choose by hand; TextDecoder knows more. */
export const ENCODINGS: readonly string[] = [
  "utf-8",
  "windows-1252",
  "gb18030",
  "utf-16le",
  "utf-16be",
  "iso-8859-2",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "koi8-r",
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "big5",
];

const MIN_LETTERS = 20;

/**
 * Guesses how the letters of a file are written: by its byte order mark; by zero bytes at every
 * second place; UTF-8 when its bytes are valid UTF-8; else GB18030 when nearly all bytes above 127
 * come in pairs from the blocks of common characters, and Windows-1252 when not.
 */
export function guessEncoding(head: Head): EncodingGuess {
  const marked = markOf(head.bytes);
  if (marked) return { value: marked, sure: true, why: { code: "dialect.encoding.mark" } };
  const wide = wideEncoding(head.bytes);
  if (wide) return { value: wide, sure: false, why: { code: "dialect.encoding.zeros" } };

  const pieces = [head.whole ? head.bytes : untilLineEnd(head.bytes), ...head.probes];
  const high = pieces.reduce((sum, piece) => sum + highBytesIn(piece), 0);
  if (high === 0) return { value: "utf-8", sure: true, why: { code: "dialect.encoding.ascii" } };
  if (pieces.every((piece) => decodes(piece, "utf-8")))
    return { value: "utf-8", sure: true, why: { code: "dialect.encoding.valid" } };

  const chinese = pieces.every((piece) => decodes(piece, "gb18030")) && commonPairShare(pieces) > 0.9;
  const value = chinese ? "gb18030" : "windows-1252";
  return {
    value,
    sure: chinese && high >= MIN_LETTERS,
    why: { code: `dialect.encoding.${value}`, values: { letters: high } },
  };
}

/**
 * A decoder of `encoding`; bytes that it does not allow become U+FFFD.
 *
 * @throws Failure `bad-encoding` when no such encoding is known
 */
export function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new Failure({ code: "bad-encoding", values: { encoding } });
  }
}

/** Whether every character takes two bytes, so that zero bytes are no sign of a binary file. */
export function isWide(encoding: string): boolean {
  return /^utf-?16/i.test(encoding);
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : null;
}

/** UTF-16 without a mark: mostly ASCII, so that nearly every second byte is zero and no other is. */
function wideEncoding(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > 0.7 * pairs && even === 0) return "utf-16le";
  return even > 0.7 * pairs && odd === 0 ? "utf-16be" : null;
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Share of the bytes above 127 that stand in pairs of GB 2312: punctuation (A1-A9) or hanzi (B0-F7), then A1-FE. */
function commonPairShare(pieces: readonly Uint8Array[]): number {
  let high = 0;
  let paired = 0;
  for (const bytes of pieces) {
    for (let at = 0; at < bytes.length; at++) {
      const lead = bytes[at] ?? 0;
      if (lead < 0x80) continue;
      high++;
      const trail = bytes[at + 1] ?? 0;
      const common = (lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7);
      if (!common || trail < 0xa1 || trail === 0xff) continue;
      high++;
      paired += 2;
      at++;
    }
  }
  return paired / high;
}

function highBytesIn(bytes: Uint8Array): number {
  let high = 0;
  for (const byte of bytes) if (byte > 127) high++;
  return high;
}

/** Without the last line, which may end in the middle of a character. */
function untilLineEnd(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(10);
  return end < 0 ? bytes.subarray(0, Math.max(0, bytes.length - 4)) : bytes.subarray(0, end + 1);
}
