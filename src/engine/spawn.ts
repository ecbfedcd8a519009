import workerAddress from "./worker.ts?worker&url";
import type { FromWorker } from "./calls/messages";
import { createWorkerEngine } from "./client";
import type { Engine } from "./protocol";

/**
 * The engine of the real page. The worker begins as a blob: that does nothing but import the real file, because such
 * a worker inherits the policy of the page. One made from an address has only the headers it was served with, and a
 * host that sends none would leave the very thread that holds the data free to send it anywhere.
 */
export function spawnEngine(): Engine {
  const file = new URL(workerAddress, import.meta.url).href;
  const script = new Blob([`import ${JSON.stringify(file)};`], { type: "text/javascript" });
  return createWorkerEngine((ended) => {
    const address = URL.createObjectURL(script);
    // Locks are shared by all pages of the origin. (`randomUUID` is missing on plain http.)
    const name = `anomaly-explorer ${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
    const worker = new Worker(address, { type: "module", name });
    const loaded = () => URL.revokeObjectURL(address);
    // Anything said by the worker means that it has been loaded; answers may come before it says that it is ready.
    worker.addEventListener("message", loaded, { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "ready" && data.holdsLock) watch(name, ended);
    });
    return worker;
  });
}

/** Waits for the lock of that name, which the worker holds by now, and for as long as it lives. */
function watch(name: string, ended: () => void): void {
  navigator.locks.request(name, ended).catch(() => undefined);
}
