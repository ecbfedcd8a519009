import { labelledEntriesOf, type LabelledEntry } from "../../core/series/labelled-windows";
import type { SeenFile } from "./glance";
import { readFailure } from "./open-bytes";

/** Larger than any list of windows by far. */
const MAX_FILE_BYTES = 20_000_000;

/** The labelled windows that a single file of JSON holds, by what is in it; null: it is something else. */
export async function labelledWindowsIn(
  files: readonly SeenFile[],
): Promise<readonly LabelledEntry[] | "too-many" | null> {
  const [file] = files;
  if (!file || files.length > 1 || file.blob.size > MAX_FILE_BYTES || !/^\s*[[{]/.test(await startOf(file)))
    return null;
  const entries = labelledEntriesOf(await textOf(file.blob));
  return entries === "not-json" || entries === "no-windows" ? null : entries;
}

async function startOf(file: SeenFile): Promise<string> {
  return new TextDecoder().decode(await file.head());
}

async function textOf(blob: Blob): Promise<string> {
  try {
    return await blob.text();
  } catch (error) {
    throw readFailure(error, "none");
  }
}
