import type { SeenFile } from "./glance";
import { openBytes } from "./open-bytes";
import { signatureOf } from "./signatures";

/** The first characters of a file as text, unpacked where gzip packed it; empty where it is damaged. */
export async function unpackedStart(file: SeenFile): Promise<string> {
  const head = await file.head();
  if (signatureOf(head)?.kind !== "gzip") return textOf(head);
  try {
    for await (const bytes of openBytes(file.blob, "gzip")) return textOf(bytes.subarray(0, 4096));
  } catch {
    // Whoever reads it says what is wrong with it.
  }
  return "";
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
