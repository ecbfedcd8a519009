import type { SeenFile } from "./glance";
import { compressionBy, openBytes } from "./open-bytes";

/** The first characters of a file as text, unpacked where it is packed; empty where it is damaged. */
export async function unpackedStart(file: SeenFile): Promise<string> {
  const head = await file.head();
  const compression = compressionBy(head);
  if (compression === "none") return textOf(head);
  try {
    for await (const bytes of openBytes(file.blob, compression)) return textOf(bytes.subarray(0, 4096));
  } catch {
    // Whoever reads it says what is wrong with it.
  }
  return "";
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
