import { createWorkerEngine } from "./client";
import type { Engine } from "./protocol";

/** The engine of the real page: a module worker of our own origin. */
export function spawnEngine(): Engine {
  return createWorkerEngine(() => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }));
}
