import type { Entry } from "@zip.js/zip.js";
import type { EntryName } from "../encoding/entry-names";

/** What the format says of names: bit 11 of the flags, and the field of a second name, in UTF-8. */
const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;

/** The name of an entry of a zip archive, and whether the archive says how it is written. */
export function nameIn({ rawFilename, filename, rawBitFlag = 0, extraField }: Entry): EntryName {
  const isSure = (rawBitFlag & UTF8_FLAG) !== 0 || extraField?.has(UNICODE_PATH) === true;
  return { raw: rawFilename, isSure, read: filename };
}
