import type { KeptFiles } from "./kept-files";
import { roomOf } from "./room";
import { storageFailure } from "./storage-failure";

const DATABASE = "anomaly-explorer";
const FILES = "files";

/** Files in a database of the browser, where it has no file system of its own for pages. Throws where it has neither. */
export async function databaseFiles(): Promise<KeptFiles> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(FILES);
  const database = await answerOf(opening);
  const ask = async <T>(mode: IDBTransactionMode, question: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    try {
      const transaction = database.transaction(FILES, mode, { durability: "strict" });
      const ended = endOf(transaction);
      const answer = await answerOf(question(transaction.objectStore(FILES)));
      // Only then it is on the disk.
      await ended;
      return answer;
    } catch (error) {
      throw storageFailure(error);
    }
  };
  const read = async (path: string): Promise<Blob | null> => {
    const found: unknown = await ask("readonly", (files) => files.get(path));
    return found instanceof Blob ? found : null;
  };
  return {
    isLasting: true,
    async write(path, pieces) {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of pieces) parts.push(Uint8Array.from(piece));
      const blob = new Blob(parts);
      await ask("readwrite", (files) => files.put(blob, path));
      return blob.size;
    },
    read,
    async list() {
      const paths = (await ask("readonly", (files) => files.getAllKeys())).map(String);
      return Promise.all(paths.map(async (path) => ({ path, bytes: (await read(path))?.size ?? 0 })));
    },
    async remove(path) {
      await ask("readwrite", (files) => files.delete(path));
    },
    room: roomOf,
  };
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the database does not answer"));
  });
}

function endOf(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the database gave up"));
  });
}
