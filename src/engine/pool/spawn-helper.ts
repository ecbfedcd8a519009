import { watchLock, startScript } from "../thread";
import type { FromHelper, ToHelper } from "./messages";
import type { SpawnHelper } from "./pool";

/** How threads of the pool are called, so that the script that all threads share knows what it is to be. */
export const HELPER_NAME = "anomaly-explorer-helper";

/** Starts threads of the pool from the script of the thread that asks for them. */
export function helpersFrom(address: string): SpawnHelper {
  return (ended) => {
    const { worker, name } = startScript(address, HELPER_NAME);
    worker.addEventListener("message", ({ data }: MessageEvent<FromHelper>) => {
      if (data.kind === "ready" && data.holdsLock) watchLock(name, ended);
    });
    return {
      postMessage: (message: ToHelper) => worker.postMessage(message),
      terminate: () => worker.terminate(),
      set onmessage(listener: ((event: MessageEvent<FromHelper>) => void) | null) {
        worker.onmessage = listener;
      },
      set onerror(listener: ((event: ErrorEvent) => void) | null) {
        worker.onerror = listener;
      },
      set onmessageerror(listener: ((event: MessageEvent) => void) | null) {
        worker.onmessageerror = listener;
      },
    };
  };
}
