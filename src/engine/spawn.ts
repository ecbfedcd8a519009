import workerAddress from "./worker.ts?worker&url";
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
  return createWorkerEngine(() => {
    const address = URL.createObjectURL(script);
    const worker = new Worker(address, { type: "module" });
    // Anything said by the worker means that it has been loaded.
    worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
    return worker;
  });
}
