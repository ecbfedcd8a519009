import { sortIncoming, isHidden, looksLikeTable, type Brought, type Found, type Incoming } from "./incoming";

/** Where the walk through dropped folders stands, and whether it goes on. */
export interface Walk {
  readonly signal: AbortSignal;
  /** Files found so far. */
  onCount(files: number): void;
}

/** Whether a transfer holds a folder: it takes a while to look through. */
export function hasFolder({ items }: DataTransfer): boolean {
  return [...items].some((item) => entryOf(item)?.isDirectory === true);
}

/**
 * What a drop or a paste brings. Must be called while the event is handled, because the browser empties the transfer
 * afterwards; folders are then looked through file by file. Rejects with the reason of the signal once that is aborted.
 */
export async function readTransfer(transfer: DataTransfer, walk: Walk): Promise<Incoming> {
  const text = transfer.getData("text/plain");
  const items = [...transfer.items].flatMap((item): readonly (FileSystemDirectoryEntry | File)[] => {
    const entry = entryOf(item);
    if (entry?.isDirectory) return [entry as FileSystemDirectoryEntry]; // As it says itself.
    return item.kind === "file" ? [item.getAsFile()].filter((file) => file !== null) : [];
  });
  // Spreadsheets put an image of the cells beside their text.
  if (looksLikeTable(text)) return { kind: "text", text };
  if (items.length === 0)
    return text.trim() === "" ? { kind: "nothing" } : { kind: "refused", why: "no-table", name: "" };
  let count = 0;
  const onFile = () => walk.onCount(++count);
  const brought: Brought[] = [];
  for (const item of items)
    brought.push(
      item instanceof File
        ? { kind: "file", file: item }
        : { kind: "folder", name: item.name, files: await filesBelow(item, walk.signal, onFile) },
    );
  return sortIncoming(brought);
}

function entryOf(item: DataTransferItem): FileSystemEntry | null {
  return item.kind === "file" ? item.webkitGetAsEntry() : null;
}

const byPath = new Intl.Collator("en", { numeric: true });

/** All files below a folder by their path, 2 before 10; what cannot be read, and what systems left there, is not among them. */
async function filesBelow(
  folder: FileSystemDirectoryEntry,
  signal: AbortSignal,
  onFile: () => void,
): Promise<readonly Found[]> {
  const found: Found[] = [];

  async function visit(entry: FileSystemEntry, path: string): Promise<void> {
    if (isHidden(path)) return;
    if (entry.isDirectory) return enter(entry as FileSystemDirectoryEntry, `${path}/`); // As it says itself.
    const file = await fileOf(entry as FileSystemFileEntry); // What is no folder is a file.
    if (!file) return;
    found.push({ path, file });
    onFile();
  }

  async function enter(from: FileSystemDirectoryEntry, prefix: string): Promise<void> {
    const reader = from.createReader();
    // Each answer holds a hundred entries at most; an empty one is the last.
    for (let entries = await entriesOf(reader); entries.length > 0; entries = await entriesOf(reader)) {
      signal.throwIfAborted();
      await Promise.all(entries.map((entry) => visit(entry, prefix + entry.name)));
    }
  }

  await enter(folder, "");
  signal.throwIfAborted();
  return found.sort((a, b) => byPath.compare(a.path, b.path));
}

/** A folder that may not be read counts as empty: the rest goes on. */
function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}
