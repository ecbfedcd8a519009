import type { SessionContext } from "./session-context";

/** Tables of the engine that nobody looks at. One that is being read may turn out to be among them, of equal content. */
export function unseenTables({ engine, store }: SessionContext) {
  const ids = new Set<string>();
  return {
    add: (id: string) => void ids.add(id),
    /** Lets go of them all, but of the one on screen. */
    close(): void {
      ids.delete(store.getState().dataset?.id ?? "");
      for (const id of ids) void engine.ask("close", { dataset: id }).catch(() => undefined);
      ids.clear();
    },
  };
}
