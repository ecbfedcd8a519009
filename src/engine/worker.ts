import type { FromWorker, ToWorker } from "./calls/messages";
import { filesHere } from "../io/keep/files-here";
import { createHost } from "./host";
import { taskHandlers } from "./pool/do-tasks";
import { createHelper } from "./pool/helper";
import type { FromHelper, ToHelper } from "./pool/messages";
import { HELPER_NAME, helpersFrom } from "./pool/spawn-helper";
import { serveCalls } from "./serve-calls";
import { yieldBy } from "./yield-to-events";

/**
 * The script of every thread. The one that the page starts holds the tables and answers the page; those that this one
 * starts in turn, told by their name, are threads of its pool. It is one script so that it is fetched and compiled once.
 */
function send(message: FromWorker | FromHelper, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

const isHelper = self.name.startsWith(HELPER_NAME);
const hear = isHelper
  ? // Who started the thread speaks to it as to what its name says.
    (createHelper(taskHandlers, send) as (message: unknown) => void)
  : (serveCalls(createHost(filesHere, helpersFrom(import.meta.url)), send) as (message: unknown) => void);

/** Goes on with what waits for the page to send a message back. */
let echoed = () => {};
/** Where the page is busy, a timer is sooner than its echo. */
const ECHO_PATIENCE_MS = 4;

// WebKit, which has no scheduler, delivers a message that a worker sends to itself only after up to seconds.
if (!("scheduler" in self))
  yieldBy((arrived) => {
    const timer = setTimeout(arrived, ECHO_PATIENCE_MS);
    echoed = () => {
      clearTimeout(timer);
      echoed = () => {};
      arrived();
    };
    send({ kind: "echo" });
  });

addEventListener("message", ({ data }: MessageEvent<ToWorker | ToHelper>) => {
  if (data.kind === "echo") echoed();
  else hear(data);
});

/** Held for as long as the thread lives: who started it waits for it, and so hears of an end that nobody tells (`thread.ts`). */
function holdLock(): Promise<boolean> {
  if (self.name === "" || !("locks" in navigator)) return Promise.resolve(false);
  return new Promise((held) => {
    const kept = navigator.locks.request(self.name, () => {
      held(true);
      return new Promise(() => undefined);
    });
    // Where the browser lends none (a page without a secure address, blocked site data), the thread is not watched.
    kept.catch(() => held(false));
  });
}

void holdLock().then((holdsLock) => send({ kind: "ready", holdsLock }));
