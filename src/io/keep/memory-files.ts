import type { KeptFiles } from "./kept-files";
import { storageFull } from "./storage-failure";

/** Files that are kept for as long as this lives: where the browser keeps none, and in tests. */
export function memoryFiles({
  isLasting = false,
  limit = Infinity,
}: { isLasting?: boolean; limit?: number } = {}): KeptFiles {
  const files = new Map<string, Blob>();
  const used = () => [...files.values()].reduce((sum, { size }) => sum + size, 0);
  return {
    isLasting,
    async write(path, pieces) {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for await (const piece of pieces) parts.push(Uint8Array.from(piece));
      const blob = new Blob(parts);
      if (used() - (files.get(path)?.size ?? 0) + blob.size > limit) throw storageFull();
      files.set(path, blob);
      return blob.size;
    },
    read: async (path) => files.get(path) ?? null,
    list: async () => [...files].map(([path, { size }]) => ({ path, bytes: size })),
    async remove(path) {
      files.delete(path);
    },
    room: async () => ({ used: used(), free: limit === Infinity ? null : limit - used() }),
  };
}
