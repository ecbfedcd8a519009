import type { KeptEntry, KeptFiles, Pieces } from "./kept-files";
import { roomOf } from "./room";
import { storageFailure } from "./storage-failure";

const FOLDER = "kept";
/** A handle that another worker of this page, just replaced, has not let go of yet. */
const LOCKED = "NoModificationAllowedError";
const TRIES = 20;
const TRY_AFTER_MS = 50;

/** The origin-private file system: ten times as fast as a database, and none of it is seen by other pages. Throws where there is none. */
export async function opfsFiles(): Promise<KeptFiles> {
  const root = await navigator.storage.getDirectory();
  const top = await root.getDirectoryHandle(FOLDER, { create: true });
  // Asked here, so that a browser that lends the folder but no file is found out now.
  const probe = await top.getFileHandle(".probe", { create: true });
  if (!("createSyncAccessHandle" in probe)) throw new TypeError("no sync access handle");

  async function parentOf(path: string, create: boolean) {
    const [folder = "", name = ""] = path.split("/");
    return { folder: await top.getDirectoryHandle(folder, { create }), name };
  }

  return {
    isLasting: true,
    async write(path, pieces) {
      try {
        const { folder, name } = await parentOf(path, true);
        return await writeInto(await folder.getFileHandle(name, { create: true }), pieces);
      } catch (error) {
        throw storageFailure(error);
      }
    },
    async read(path) {
      try {
        const { folder, name } = await parentOf(path, false);
        return await (await folder.getFileHandle(name)).getFile();
      } catch (error) {
        if (isMissing(error)) return null;
        throw storageFailure(error);
      }
    },
    async list() {
      const found: KeptEntry[] = [];
      for await (const folder of top.values())
        if (folder.kind === "directory")
          for await (const file of folder.values())
            if (file.kind === "file")
              found.push({ path: `${folder.name}/${file.name}`, bytes: (await file.getFile()).size });
      return found;
    },
    async remove(path) {
      try {
        const { folder, name } = await parentOf(path, false);
        await folder.removeEntry(name);
        for await (const _ of folder.keys()) return;
        await top.removeEntry(folder.name);
      } catch (error) {
        if (!isMissing(error)) throw storageFailure(error);
      }
    },
    room: roomOf,
  };
}

async function writeInto(file: FileSystemFileHandle, pieces: Pieces): Promise<number> {
  const handle = await handleOf(file);
  try {
    handle.truncate(0);
    let at = 0;
    for await (const piece of pieces) {
      const written = handle.write(piece, { at });
      // Where the disk is full some browsers write less and throw nothing.
      if (written < piece.byteLength) throw new DOMException("written in part", "QuotaExceededError");
      at += written;
    }
    handle.flush();
    return at;
  } finally {
    handle.close();
  }
}

/** What only workers have, so that the types of a page do not name it. */
interface SyncHandle {
  write(piece: Uint8Array, place: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

async function handleOf(file: FileSystemFileHandle): Promise<SyncHandle> {
  // A worker's file has it: `opfsFiles` looked.
  const open = file as FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> };
  for (let tries = 1; ; tries++)
    try {
      return await open.createSyncAccessHandle();
    } catch (error) {
      if (tries === TRIES || !(error instanceof Error && error.name === LOCKED)) throw error;
      await new Promise((resolve) => setTimeout(resolve, TRY_AFTER_MS));
    }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === "NotFoundError" || error.name === "TypeMismatchError");
}
