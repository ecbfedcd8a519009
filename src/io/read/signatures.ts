/** What a file is that begins with certain bytes. */
export interface Signature {
  /** The name that people know it by. */
  readonly kind: string;
  /** What it is good for, where that decides what to do about it. */
  readonly context?: "workbook" | "archive" | "document" | "video" | "image" | "json" | "binary";
}

type Known = readonly [kind: string, at: number, bytes: readonly number[], context?: Signature["context"]];

const FILE_SIGNATURES: readonly Known[] = [
  ["PNG", 0, [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG", 0, [0xff, 0xd8, 0xff]],
  ["GIF", 0, codes("GIF8")],
  ["WebP", 8, codes("WEBP")],
  ["TIFF", 0, [0x49, 0x49, 0x2a, 0x00], "image"],
  ["TIFF", 0, [0x4d, 0x4d, 0x00, 0x2a], "image"],
  ["JPEG 2000", 4, codes("jP  \r\n"), "image"],
  ["JPEG 2000", 0, [0xff, 0x4f, 0xff, 0x51], "image"],
  ["JPEG XL", 0, [0xff, 0x0a], "image"],
  ["JPEG XL", 4, codes("JXL \r\n"), "image"],
  ["DICOM", 128, codes("DICM"), "image"],
  ["OpenEXR", 0, [0x76, 0x2f, 0x31, 0x01], "image"],
  ["FITS", 0, codes("SIMPLE  ="), "image"],
  ["HEIC", 4, codes("ftyphei"), "image"],
  ["HEIC", 4, codes("ftypmif1"), "image"],
  ["AVIF", 4, codes("ftypavif"), "image"],
  ["Photoshop", 0, codes("8BPS"), "image"],
  ["MP4", 4, codes("ftyp"), "video"],
  ["AVI", 8, codes("AVI "), "video"],
  ["Matroska or WebM", 0, [0x1a, 0x45, 0xdf, 0xa3], "video"],
  ["PDF", 0, codes("%PDF-"), "document"],
  ["Excel (xls)", 0, [0xd0, 0xcf, 0x11, 0xe0], "workbook"],
  ["ZIP", 0, [0x50, 0x4b, 0x03, 0x04], "archive"],
  ["Parquet", 0, codes("PAR1")],
  ["Parquet", 0, codes("PARE")],
  ["Arrow", 0, codes("ARROW1")],
  ["SQLite", 0, codes("SQLite format 3")],
  ["HDF5", 0, [0x89, 0x48, 0x44, 0x46]],
  ["NumPy", 0, [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ["7z", 0, [0x37, 0x7a, 0xbc, 0xaf], "archive"],
  ["RAR", 0, codes("Rar!"), "archive"],
  ["xz", 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a], "archive"],
  ["bzip2", 0, codes("BZh"), "archive"],
  ["Zstandard", 0, [0x28, 0xb5, 0x2f, 0xfd], "archive"],
  ["gzip", 0, [0x1f, 0x8b], "archive"],
  ["tar", 257, codes("ustar"), "archive"],
];

/** What the first bytes of a file say that it is, whatever its name; null: nothing that is known here. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  const found = FILE_SIGNATURES.find(([, at, magic]) => magic.every((byte, i) => bytes[at + i] === byte));
  if (!found) return null;
  const [kind, , , context] = found;
  if (kind === "ZIP") return inZip(bytes);
  return { kind, ...(context ? { context } : {}) };
}

/** Whether a file begins as zip archives do, those of office programs too. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Office files are zip archives; the names of their parts stand at the beginning. */
function inZip(bytes: Uint8Array): Signature {
  const start = latin1(bytes.subarray(0, 4096));
  if (start.includes("opendocument.spreadsheet")) return { kind: "OpenDocument", context: "workbook" };
  if (start.includes("xl/workbook.bin")) return { kind: "Excel (xlsb)", context: "workbook" };
  if (start.includes("xl/")) return { kind: "Excel (xlsx)", context: "workbook" };
  if (start.includes("word/")) return { kind: "Word (docx)", context: "document" };
  if (start.includes("opendocument")) return { kind: "OpenDocument", context: "document" };
  if (start.includes("[Content_Types].xml")) return { kind: "Excel (xlsx)", context: "workbook" };
  return { kind: "ZIP", context: "archive" };
}

/** What a text is that is no table; null: it may be one. */
export function markupOf(bytes: Uint8Array): Signature | null {
  const start = latin1(bytes.subarray(0, 512));
  if (/^\s*(?:ï»¿)?\s*<(?:!doctype html|html)/i.test(start)) return { kind: "HTML", context: "document" };
  if (/^\s*(?:ï»¿)?\s*<(?:\?xml[^]*<)?svg/i.test(start)) return { kind: "SVG", context: "image" };
  if (/^\s*(?:ï»¿)?\s*<\?xml/i.test(start)) return { kind: "XML" };
  return /^\s*(?:ï»¿)?\s*(?:\{\s*"|\[\s*[[{])/.test(start) ? { kind: "JSON", context: "json" } : null;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function codes(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
