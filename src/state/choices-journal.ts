const DATABASE = "anomaly-explorer-choices";
const STORE = "choices";

/** What a person chose last for a piece of work. */
export interface NotedChoices {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** The document, as it was encoded. */
  readonly project: string;
  /** Id of the table that it speaks of. */
  readonly dataset: string;
}

/**
 * What was chosen last, by piece of work, written by the page itself: the worker, which keeps all else, may be busy when a
 * browser comes to its end. Does nothing where the browser keeps no database.
 */
export function choicesJournal() {
  let opening: Promise<IDBDatabase> | null = null;
  const database = () => (opening ??= opened());

  async function ask<T>(mode: IDBTransactionMode, question: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const store = (await database()).transaction(STORE, mode).objectStore(STORE);
    return answerOf(question(store));
  }

  return {
    note: (id: string, noted: NotedChoices): void =>
      void ask("readwrite", (store) => store.put(noted, id)).catch(nothing),
    async noted(id: string): Promise<NotedChoices | null> {
      const found: unknown = await ask("readonly", (store): IDBRequest<unknown> => store.get(id)).catch(nothing);
      return isNoted(found) ? found : null;
    },
    /** Forgets one, or all where the id is null. */
    forget(id: string | null): void {
      void ask("readwrite", (store) => (id === null ? store.clear() : store.delete(id))).catch(nothing);
    },
  };
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the database does not answer"));
  });
}

function isNoted(found: unknown): found is NotedChoices {
  if (typeof found !== "object" || found === null) return false;
  const { savedAt, project, dataset } = found as Readonly<Record<string, unknown>>; // An object, whatever is in it.
  return typeof savedAt === "number" && typeof project === "string" && typeof dataset === "string";
}

const nothing = () => null;
