import { decoderFor } from "./decoder";
import { costIn, likelyEncodings } from "./likely-encodings";

/** The name of an entry of an archive, as it stands there. */
export interface EntryName {
  /** Its bytes. */
  readonly raw: Uint8Array;
  /** Whether the archive says that they are UTF-8, or gives the name a second time so. */
  readonly isSure: boolean;
  /** How they read if sure, or else as DOS read them (code page 437), which is what the format says. */
  readonly read: string;
}

/** More names than this say nothing new of their letters. */
const MAX_BYTES = 16 * 1024;
/** What DOS and Windows call themselves in an archive is its own code page, rarely that of Windows. */
const HANDICAP_OF_WINDOWS = 4;

/**
 * The names of the entries of an archive. Where it does not say that they are UTF-8, they were written in the code page
 * of the machine it was made on, which is told from all of them together: valid UTF-8, or the likeliest of Shift JIS,
 * GBK and so on, or code page 437.
 */
export function entryNames(names: readonly EntryName[]): readonly string[] {
  const open = names.filter(({ isSure, raw }) => !isSure && raw.some((byte) => byte > 127));
  if (open.length === 0) return names.map(({ read }) => read);
  const encoding = encodingOf(open);
  const decoder = encoding === null ? null : decoderFor(encoding);
  return names.map(({ isSure, raw, read }) => (isSure || !decoder ? read : decoder.decode(raw)));
}

/** Null: code page 437, as they were read already. */
function encodingOf(names: readonly EntryName[]): string | null {
  if (isUtf8(joined(names.map(({ raw }) => raw)))) return "utf-8";
  const some = firstOf(names);
  const dos = costIn("western")(some.map(({ read }) => `${read}\n`).join(""));
  const [best] = likelyEncodings(joined(some.map(({ raw }) => raw)))
    .map(({ encoding, bits }) => ({ encoding, bits: bits + (isOfWindows(encoding) ? HANDICAP_OF_WINDOWS : 0) }))
    .sort((a, b) => a.bits - b.bits);
  return best && best.bits < dos ? best.encoding : null;
}

function isOfWindows(encoding: string): boolean {
  return encoding.startsWith("windows-125");
}

function firstOf(names: readonly EntryName[]): readonly EntryName[] {
  let bytes = 0;
  return names.filter(({ raw }, at) => at === 0 || (bytes += raw.length) < MAX_BYTES);
}

function joined(names: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(names.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const name of names) {
    all.set(name, at);
    at += name.length;
    all[at++] = 0x0a;
  }
  return all;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
