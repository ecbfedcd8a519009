import { databaseFiles } from "./database-files";
import type { KeptFiles } from "./kept-files";
import { memoryFiles } from "./memory-files";
import { opfsFiles } from "./opfs-files";

/** Where this browser keeps files: its file system for pages, or else its database, or else nowhere beyond the page. */
export async function filesHere(): Promise<KeptFiles> {
  for (const open of [opfsFiles, databaseFiles]) {
    const files = await open().catch(() => null);
    if (files) return files;
  }
  return memoryFiles();
}
