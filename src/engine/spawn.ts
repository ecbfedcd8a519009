import workerAddress from "./worker.ts?worker&url";
import type { FromWorker } from "./calls/messages";
import { createWorkerEngine } from "./client";
import type { Engine } from "./protocol";
import { startScript, watchLock } from "./thread";

/** The engine of the real page. */
export function spawnEngine(): Engine {
  const file = new URL(workerAddress, import.meta.url).href;
  return createWorkerEngine((ended) => {
    const { worker, name } = startScript(file, "anomaly-explorer");
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "ready" && data.holdsLock) watchLock(name, ended);
    });
    return worker;
  });
}
