import { Failure } from "../core/data/failure";
import type { Engine } from "./calls/engine";
import type { CallTools } from "./calls/host";
import { engineOver } from "./engine-over";
import { failureInfoOf } from "../core/data/failure-info";
import type { KeptFiles } from "../io/keep/kept-files";
import { memoryFiles } from "../io/keep/memory-files";
import { createHost } from "./host";
import type { SpawnHelper } from "./pool/pool";

/** The same host without a thread: for tests and for tools that run outside a page. */
export function createInlineEngine(
  keptFiles: KeptFiles = memoryFiles(),
  spawnHelper: SpawnHelper | null = null,
): Engine {
  const host = createHost(async () => keptFiles, spawnHelper);
  return engineOver({
    call(name, request, onProgress) {
      let isCancelled = false;
      let isToEnd = false;
      const tools: CallTools = {
        progress: (progress) => {
          if (!isCancelled) onProgress?.(progress);
        },
        cancelled: () => isCancelled,
        endsEarly: () => isToEnd,
      };
      return {
        result: host[name](request, tools).catch((error: unknown) => {
          throw new Failure(failureInfoOf(error));
        }),
        cancel() {
          isCancelled = true;
        },
        endEarly() {
          isToEnd = true;
        },
      };
    },
    onRestart: () => () => undefined,
    dispose: () => undefined,
  });
}
