import { taskHandlers } from "../engine/pool/do-tasks";
import { createHelper } from "../engine/pool/helper";
import type { Helper } from "../engine/pool/choose-next";
import type { FromHelper, ToHelper } from "../engine/pool/messages";
import type { SpawnHelper } from "../engine/pool/pool";
import type { TaskHandlers } from "../engine/pool/tasks";

/** A thread of the pool without a thread: all that it is sent and says is cloned on the way, as between threads. */
export interface InlineHelper {
  /** What it was sent, the latest last. */
  readonly heard: ToHelper[];
  /** It ends without a word, whatever it is doing. */
  die(): void;
}

/** Starts such threads, and tells which there are. */
export function inlineHelpers(handlers: TaskHandlers = taskHandlers): { spawn: SpawnHelper; helpers: InlineHelper[] } {
  const helpers: InlineHelper[] = [];
  const spawn: SpawnHelper = (ended) => {
    let isGone = false;
    const thread: Helper["thread"] = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      postMessage(message) {
        const arrived = structuredClone(message);
        heard.push(arrived);
        setImmediate(() => {
          if (!isGone && arrived.kind !== "echo") hear(arrived);
        });
      },
      terminate() {
        isGone = true;
      },
    };
    const say = (message: FromHelper) => {
      const data = structuredClone(message);
      setImmediate(() => {
        if (!isGone) thread.onmessage?.({ data } as MessageEvent<FromHelper>); // Only `data` is read.
      });
    };
    const hear = createHelper(handlers, say);
    const heard: ToHelper[] = [];
    helpers.push({
      heard,
      die() {
        isGone = true;
        ended();
      },
    });
    say({ kind: "ready", holdsLock: true });
    return thread;
  };
  return { spawn, helpers };
}
