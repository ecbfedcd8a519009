import { Cancelled } from "../core/detect/context";

/**
 * What was made last, by key: `most` of it, the least lately asked for going first. Who asks for what is being made waits
 * for it; when its maker gives up, the one who waited makes it.
 */
export function createKept<T>(most: number) {
  const kept = new Map<string, Promise<T>>();

  function start(key: string, make: () => Promise<T>): Promise<T> {
    const made = make();
    kept.set(key, made);
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    made.catch(() => {
      if (kept.get(key) === made) kept.delete(key);
    });
    return made;
  }

  return {
    async get(key: string, make: () => Promise<T>): Promise<T> {
      const known = kept.get(key);
      if (!known) return start(key, make);
      kept.delete(key);
      kept.set(key, known);
      try {
        return await known;
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        return this.get(key, make);
      }
    },
    /** Forgets what stands under keys that begin so. */
    forget(begin: string): void {
      for (const key of kept.keys()) if (key.startsWith(begin)) kept.delete(key);
    },
  };
}

/** A key of what was made of a table. */
export function tableKey(id: string, ...parts: readonly unknown[]): string {
  return JSON.stringify([id, ...parts]);
}

/** How all keys of a table begin. */
export function tableStart(id: string): string {
  return JSON.stringify([id]).slice(0, -1);
}
