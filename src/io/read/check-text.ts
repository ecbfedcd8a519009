import { Failure } from "../../core/data/failure";

/** First bytes of files that are no text, with the name that people know them by. */
const MAGIC_BYTES: readonly (readonly [name: string, at: number, bytes: readonly number[]])[] = [
  ["PNG", 0, [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", 0, [0xff, 0xd8, 0xff]],
  ["GIF", 0, codes("GIF8")],
  ["WebP", 8, codes("WEBP")],
  ["TIFF", 0, [0x49, 0x49, 0x2a, 0x00]],
  ["PDF", 0, codes("%PDF-")],
  ["Excel (xls)", 0, [0xd0, 0xcf, 0x11, 0xe0]],
  ["ZIP", 0, [0x50, 0x4b, 0x03, 0x04]],
  ["Parquet", 0, codes("PAR1")],
  ["Arrow", 0, codes("ARROW1")],
  ["SQLite", 0, codes("SQLite format 3")],
  ["HDF5", 0, [0x89, 0x48, 0x44, 0x46]],
  ["NumPy", 0, [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ["7z", 0, [0x37, 0x7a, 0xbc, 0xaf]],
  ["RAR", 0, codes("Rar!")],
  ["xz", 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["bzip2", 0, codes("BZh")],
  ["Zstandard", 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ["gzip", 0, [0x1f, 0x8b]],
  ["tar", 257, codes("ustar")],
];

/** At most this share of a text's bytes are control characters; a few come from broken loggers. */
const MAX_CONTROL_SHARE = 0.01;

/**
 * Makes sure that the first bytes of a file can be a table written as text.
 *
 * @throws Failure `not-text` with `kind`: what the file is, as far as its bytes say
 */
export function checkText(bytes: Uint8Array, isWide: boolean): void {
  const kind = magicOf(bytes) ?? (isWide ? null : (markupOf(bytes) ?? binaryOf(bytes)));
  if (kind) throw new Failure({ code: "not-text", values: { kind } });
}

function magicOf(bytes: Uint8Array): string | null {
  const found = MAGIC_BYTES.find(([, at, magic]) => magic.every((byte, i) => bytes[at + i] === byte));
  if (!found) return null;
  return found[0] === "ZIP" ? zipKindOf(bytes) : found[0];
}

/** Office files are zip archives; the names of their parts stand at the beginning. */
function zipKindOf(bytes: Uint8Array): string {
  const start = latin(bytes.subarray(0, 4096));
  if (start.includes("xl/")) return "Excel (xlsx)";
  if (start.includes("word/")) return "Word (docx)";
  if (start.includes("opendocument")) return "OpenDocument";
  return start.includes("[Content_Types].xml") ? "Excel (xlsx)" : "ZIP";
}

function markupOf(bytes: Uint8Array): string | null {
  const start = latin(bytes.subarray(0, 512));
  if (/^\s*(?:ï»¿)?\s*<(?:!doctype html|html)/i.test(start)) return "HTML";
  if (/^\s*(?:ï»¿)?\s*<\?xml/i.test(start)) return "XML";
  return /^\s*(?:ï»¿)?\s*(?:\{\s*"|\[\s*[[{])/.test(start) ? "JSON" : null;
}

function binaryOf(bytes: Uint8Array): string | null {
  let control = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) control++;
  return control > bytes.length * MAX_CONTROL_SHARE ? "binary" : null;
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function codes(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
