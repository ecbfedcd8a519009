import type { GuardedStorage } from "./guarded-storage";
import type { SessionContext } from "./session-context";
import type { Threads } from "./session-state";

/** More threads want more memory than they save time. */
export const MAX_THREADS = 8;
const KEY = "anomaly-explorer:threads";

/** As many as the machine has cores but one, which draws the page; at least two, so that nothing waits for the longest. */
export function usualThreads(cores: number): number {
  return Math.min(MAX_THREADS, Math.max(2, cores - 1));
}

export function threadsOf({ chosen, usual }: Threads): number {
  return chosen ?? usual;
}

/** What was chosen earlier. */
export function threadsIn(storage: GuardedStorage, usual: number): Threads {
  const kept = Number(storage.getItem(KEY));
  return { chosen: Number.isInteger(kept) && kept >= 1 && kept <= MAX_THREADS ? kept : null, usual };
}

/** Keeps the engine in step with how many threads are wanted. */
export function threadActions({ engine, store }: SessionContext, storage: GuardedStorage, changed: () => void) {
  function tell(): void {
    // A worker that ends meanwhile is told again with the next one.
    void engine.ask("useThreads", { threads: threadsOf(store.getState().threads) }).catch(() => undefined);
  }

  if (threadsOf(store.getState().threads) > 1) tell();
  return {
    tell,
    /** How many threads may be at runs at once; null: as many as are usual here. */
    setThreads(chosen: number | null): void {
      store.setState(({ threads }) => ({ threads: { ...threads, chosen } }));
      if (chosen === null) storage.removeItem(KEY);
      else storage.setItem(KEY, String(chosen));
      tell();
      changed();
    },
  };
}
