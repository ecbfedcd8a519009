/** The part of the browser's storage that is used; tests give a Map-backed one. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

/** Why the browser does not keep what it is given: it may not, or there is no room. */
export type Refusal = "blocked" | "full";

/** A storage that never throws. What the browser refuses to keep is kept for as long as the page is open. */
export interface GuardedStorage extends TextStorage {
  /** Calls the listener after every change made here. */
  subscribe(listener: () => void): () => void;
  /** Calls the listener when something was refused, each reason once; at once where that has happened already. */
  onRefusal(listener: (why: Refusal) => void): void;
}

/** Guards the storage that `open` answers with. `open` may throw, as every use of what it answers may. */
export function guardedStorage(open: () => TextStorage): GuardedStorage {
  const refused = new Map<string, string>();
  const reasons = new Set<Refusal>();
  const changed = new Set<() => void>();
  const told = new Set<(why: Refusal) => void>();

  function attempt<T>(work: (storage: TextStorage) => T, otherwise: T): T {
    try {
      return work(open());
    } catch (error) {
      const why = isFull(error) ? "full" : "blocked";
      if (!reasons.has(why)) {
        reasons.add(why);
        for (const tell of told) tell(why);
      }
      return otherwise;
    }
  }

  function change(): void {
    for (const listener of changed) listener();
  }

  return {
    getItem: (key) => refused.get(key) ?? attempt((storage) => storage.getItem(key), null),
    setItem(key, text) {
      const isKept = attempt((storage) => {
        storage.setItem(key, text);
        return true;
      }, false);
      if (isKept) refused.delete(key);
      else refused.set(key, text);
      change();
    },
    removeItem(key) {
      refused.delete(key);
      attempt((storage) => storage.removeItem(key), undefined);
      change();
    },
    subscribe(listener) {
      changed.add(listener);
      return () => changed.delete(listener);
    },
    onRefusal(listener) {
      told.add(listener);
      for (const why of reasons) listener(why);
    },
  };
}

/** A storage that forgets everything with the page. */
export function pageStorage(): GuardedStorage {
  const texts = new Map<string, string>();
  const storage: TextStorage = {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  };
  return guardedStorage(() => storage);
}

/** What is kept under a key as JSON; undefined where that is nothing, or nothing that can be read. */
export function jsonIn(storage: TextStorage, key: string): unknown {
  const text = storage.getItem(key);
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Browsers have called it by several names. */
function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.name);
}
