import { Failure } from "../../core/data/failure";
import type { ZipEntry } from "../archive/zip-directory";
import { attributeOf, type XmlSink, XmlScanner } from "./xml-scanner";

/** Styles, names of sheets and what refers to what: larger ones are no work of people. */
const MAX_PART_BYTES = 100_000_000;
/** XML is taken apart in pieces of about this many characters. */
const CHARACTERS_PER_PIECE = 256 * 1024;

/** Why a workbook is not read. */
export function brokenWorkbook(why: "broken" | "large" | "no-table", detail = ""): Failure {
  return new Failure({ code: "bad-format", values: { format: "Excel", why }, detail });
}

/** The bytes of a part, as UTF-8. Throws Failure `bad-format` where it is damaged or larger than `limit` bytes. */
export async function* partBytes(entry: ZipEntry, limit: number): AsyncGenerator<Uint8Array> {
  if (entry.claimed > limit) throw brokenWorkbook("large", entry.path);
  const encoder = new TextEncoder();
  let decoder: TextDecoder | null = null;
  let isFirst = true;
  try {
    for await (const bytes of entry.bytes(limit)) {
      if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) decoder = new TextDecoder("utf-16le");
      isFirst = false;
      yield decoder ? encoder.encode(decoder.decode(bytes, { stream: true })) : bytes;
    }
  } catch (error) {
    throw asBroken(error);
  }
}

/** The text of a part, in pieces. Throws what `partBytes` throws. */
export async function* partText(entry: ZipEntry, limit: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let size = 0;
  for await (const bytes of partBytes(entry, limit)) {
    const text = decoder.decode(bytes, { stream: true });
    parts.push(text);
    size += text.length;
    if (size < CHARACTERS_PER_PIECE) continue;
    yield parts.join("");
    parts = [];
    size = 0;
  }
  const rest = parts.join("");
  if (rest !== "") yield rest;
}

/** What went wrong with an archive, said of the workbook that it is. */
export function asBroken(error: unknown): unknown {
  if (!(error instanceof Failure) || error.info.code !== "bad-archive") return error;
  return brokenWorkbook(error.info.values?.["why"] === "large" ? "large" : "broken", error.info.detail);
}

/** Tells of every tag of a small part as it opens: its name, and its attributes by name. */
export async function eachTag(
  entry: ZipEntry | undefined,
  hear: (tag: string, attribute: (name: string) => string | null) => void,
): Promise<void> {
  if (!entry) return;
  const sink: XmlSink = {
    open: (text, from, to, end) => hear(text.slice(from, to), (name) => attributeOf(text, to, end, name)),
    close: () => undefined,
    text: () => undefined,
  };
  const scanner = new XmlScanner(sink);
  for await (const piece of partText(entry, MAX_PART_BYTES))
    if (!scanner.push(piece)) throw brokenWorkbook("broken", entry.path);
}
