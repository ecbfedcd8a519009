import type { RunResult } from "../engine/protocol";
import type { SessionContext } from "./session-context";
import { rerunsOf } from "./stability";

/** Scores kept on the page, in rows summed over runs: 16 bytes a row, and as much again in the worker. */
const MAX_KEPT_ROWS = 12_000_000;
const MAX_KEPT_RUNS = 40;

/** The results that are kept on the page by their key, the oldest of those that are not in use dropped where they are too many. */
export function createResultCache(context: SessionContext, onDrop: (key: string) => void) {
  const cache = new Map<string, RunResult>();

  /** Reruns take as much room as their run, in the worker. */
  function rowsOf(kept: RunResult): number {
    const { made = 0 } = rerunsOf(context.store.getState(), kept) ?? {};
    return kept.scores.length * (1 + made);
  }

  return {
    get: (key: string) => cache.get(key),
    keys: () => cache.keys(),
    delete: (key: string) => cache.delete(key),
    clear: () => cache.clear(),
    remember(result: RunResult): void {
      cache.delete(result.key);
      cache.set(result.key, result);
      const inUse = new Set(Object.values(context.store.getState().runs).map((run) => run.result?.key));
      let rows = 0;
      for (const kept of cache.values()) rows += rowsOf(kept);
      for (const [key, kept] of cache) {
        if (rows <= MAX_KEPT_ROWS && cache.size <= MAX_KEPT_RUNS) break;
        if (inUse.has(key) || key === result.key) continue;
        cache.delete(key);
        rows -= rowsOf(kept);
        onDrop(key);
      }
    },
  };
}
