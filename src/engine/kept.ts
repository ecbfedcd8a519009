import { Cancelled } from "../core/detect/context";
import type { Checkpoint } from "./yield-to-events";

/** How soon one who waits for what another makes is heard to have given up. */
const LOOK_AFTER_MS = 100;

/**
 * What was made last, by key: `most` of it, the least lately asked for going first. Who asks for what is being made waits
 * for it; when its maker gives up, the one who waited makes it.
 */
export function createKept<T>(most: number, rest = aMoment) {
  const kept = new Map<string, Promise<T>>();

  /** What another makes, as long as the one who waits for it does not give up. */
  async function waitedFor(made: Promise<T>, checkpoint: Checkpoint): Promise<T> {
    const done = made.then(
      () => true,
      () => true,
    );
    while (!(await Promise.race([done, rest().then(() => false)]))) await checkpoint(null);
    return made;
  }

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
    /** @param checkpoint of who asks: while another makes it, it is heard that they gave up */
    async get(key: string, make: () => Promise<T>, checkpoint?: Checkpoint): Promise<T> {
      const known = kept.get(key);
      if (!known) return start(key, make);
      kept.delete(key);
      kept.set(key, known);
      try {
        return await (checkpoint ? waitedFor(known, checkpoint) : known);
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        // It was its maker who gave up, or else the checkpoint says so again.
        await checkpoint?.(null);
        return this.get(key, make, checkpoint);
      }
    },
    /** Forgets what stands under keys that begin so. */
    forget(begin: string): void {
      for (const key of kept.keys()) if (key.startsWith(begin)) kept.delete(key);
    },
  };
}

function aMoment(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_AFTER_MS));
}

/** A key of what was made of a table. */
export function tableKey(id: string, ...parts: readonly unknown[]): string {
  return JSON.stringify([id, ...parts]);
}

/** How all keys of a table begin. */
export function tableStart(id: string): string {
  return JSON.stringify([id]).slice(0, -1);
}
