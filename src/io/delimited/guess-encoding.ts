import { Failure } from "../../core/data/failure";
import type { Note } from "../../core/data/note";
import { type Decoder, decoderFor } from "../encoding/decoder";
import { likelyEncodings } from "../encoding/likely-encodings";
import type { Head } from "./read-head";

export interface EncodingGuess {
  readonly value: string;
  readonly sure: boolean;
  /** The others, likeliest first. */
  readonly alternatives: readonly string[];
  readonly why: Note;
}

/** The encodings that a person can choose by hand; TextDecoder knows more. */
const OFFERED_ENCODINGS: readonly string[] = [
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
  "ibm866",
  "macintosh",
  "ibm850",
  "ibm437",
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "big5",
];

/** Lines with letters that are looked at: more of them say nothing new. */
const MAX_BYTES = 16 * 1024;
/** From this many letters on, and this many bits better than the next reading, a guess is no question. */
const MIN_LETTERS = 20;
const MIN_BITS = 40;
/** Zero bytes at one place of the pairs, of all pairs, from which on a text may be UTF-16. */
const MIN_ZERO_SHARE = 0.05;
const LINE_FEED = 10;

/**
 * Guesses how the letters of a file are written: by its byte order mark; by zero bytes at every second place; UTF-8
 * when its bytes are valid UTF-8; else what they say likeliest (`likelyEncodings`).
 */
export function guessEncoding(head: Head): EncodingGuess {
  const marked = markOf(head.bytes);
  if (marked) return guessed(marked, true, { code: "dialect.encoding.mark" });
  const wide = wideEncoding(head.bytes);
  if (wide) return guessed(wide, false, { code: "dialect.encoding.zeros" });

  const pieces = [head.whole ? head.bytes : untilLineEnd(head.bytes), ...head.probes];
  const high = pieces.reduce((sum, piece) => sum + highBytesIn(piece), 0);
  if (high === 0) return guessed("utf-8", true, { code: "dialect.encoding.ascii" });
  if (pieces.every((piece) => decodes(piece, "utf-8")))
    return guessed("utf-8", true, { code: "dialect.encoding.valid" });

  const likely = likelyEncodings(linesWithLetters(pieces));
  const [best] = likely;
  const other = likely.find(({ text }) => text !== best?.text);
  const value = best?.encoding ?? "windows-1252";
  const sure = high >= MIN_LETTERS && other !== undefined && other.bits - best!.bits >= MIN_BITS; // two: a first one
  const why = value === "windows-1252" ? value : value === "utf-8" ? "damaged" : "likeliest";
  const ranked = likely.map(({ encoding }) => encoding);
  return guessed(value, sure && value !== "utf-8", { code: `dialect.encoding.${why}` }, ranked);
}

function guessed(value: string, sure: boolean, why: Note, ranked: readonly string[] = []): EncodingGuess {
  const alternatives = [...new Set([...ranked, ...OFFERED_ENCODINGS])].filter((encoding) => encoding !== value);
  return { value, sure, alternatives, why };
}

/**
 * A decoder of `encoding`; bytes that it does not allow become U+FFFD.
 *
 * @throws Failure `bad-encoding` when no such encoding is known
 */
export function decoderOf(encoding: string): Decoder {
  try {
    return decoderFor(encoding);
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

/**
 * UTF-16 without a mark: separators, digits and line ends have a zero byte each, always at the same place of a pair, and
 * no control characters come out. Texts in ASCII have one in every pair, Chinese ones still in some.
 */
function wideEncoding(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const least = MIN_ZERO_SHARE * (length / 2);
  if (odd > least && even === 0 && isPlain(bytes.subarray(0, length), "utf-16le")) return "utf-16le";
  return even > least && odd === 0 && isPlain(bytes.subarray(0, length), "utf-16be") ? "utf-16be" : null;
}

/** Whether what comes out is text in lines, without control characters or pairs that mean nothing. */
function isPlain(bytes: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(bytes);
  let odd = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || (code >= 0xe000 && code <= 0xf8ff) || code >= 0xfffd)
      odd++;
  }
  // One character may be cut in two at the end.
  return odd <= 1;
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The lines that hold letters beyond ASCII, one after the other, up to a limit. */
function linesWithLetters(pieces: readonly Uint8Array[]): Uint8Array {
  const lines: number[] = [];
  for (const bytes of pieces) {
    for (let from = 0; from < bytes.length && lines.length < MAX_BYTES;) {
      const found = bytes.indexOf(LINE_FEED, from);
      const end = found < 0 ? bytes.length : found + 1;
      const line = bytes.subarray(from, Math.min(end, from + MAX_BYTES));
      if (line.some((byte) => byte > 127)) lines.push(...line);
      from = end;
    }
  }
  return Uint8Array.from(lines);
}

function highBytesIn(bytes: Uint8Array): number {
  let high = 0;
  for (const byte of bytes) if (byte > 127) high++;
  return high;
}

/** Without the last line, which may end in the middle of a character. */
function untilLineEnd(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(LINE_FEED);
  return end < 0 ? bytes.subarray(0, Math.max(0, bytes.length - 4)) : bytes.subarray(0, end + 1);
}
