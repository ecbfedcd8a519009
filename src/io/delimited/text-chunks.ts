import type { Dialect } from "../../core/data/dialect";
import { decoderOf } from "./guess-encoding";
import { openBytes, type OnBytes } from "../read/open-bytes";

/** Pieces of about 1 MB keep memory low. */
const BYTES_PER_CHUNK = 1024 * 1024;

/**
 * The text of a file in pieces of about 1 MB, unpacked and decoded, without its byte order mark.
 *
 * @throws Failure `file-vanished`, `bad-gzip`, `bad-encoding`
 */
export async function* textChunks(
  blob: Blob,
  dialect: Pick<Dialect, "compression" | "encoding">,
  onBytes: OnBytes,
): AsyncGenerator<string> {
  const decoder = decoderOf(dialect.encoding);
  let parts: string[] = [];
  let size = 0;
  for await (const bytes of openBytes(blob, dialect.compression, onBytes)) {
    for (let from = 0; from < bytes.length; from += BYTES_PER_CHUNK) {
      const piece = bytes.subarray(from, from + BYTES_PER_CHUNK);
      parts.push(decoder.decode(piece, { stream: true }));
      size += piece.length;
      if (size < BYTES_PER_CHUNK) continue;
      yield parts.join("");
      parts = [];
      size = 0;
    }
  }
  parts.push(decoder.decode());
  const rest = parts.join("");
  if (rest !== "") yield rest;
}

const SUBSTITUTE_CHARACTER = 0x1a;

/**
 * The text without what old systems put behind the end of a file: Control-Z, and zeros up to a full block. They are no
 * part of the last cell.
 */
export function withoutEndMark(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === SUBSTITUTE_CHARACTER || text.charCodeAt(end - 1) === 0)) end--;
  return text.slice(0, end);
}

/** Spreadsheets may write their separator into a first line of its own, such as `sep=;`. */
const SEPARATOR_LINE = /^sep=(.)\r?(?:\n|$)/i;

/** The separator that the first line declares; null when it declares none. */
export function declaredSeparator(text: string): string | null {
  return SEPARATOR_LINE.exec(text)?.[1] ?? null;
}

/** The text behind such a line. */
export function withoutSeparatorLine(text: string): string {
  return text.replace(SEPARATOR_LINE, "");
}
