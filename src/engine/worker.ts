import type { CallTools } from "./calls/host";
import type { FromWorker, ToWorker } from "./calls/messages";
import { failureInfoOf } from "../core/data/failure-info";
import { createHost } from "./host";
import { transferablesOf } from "./transfer";
import { yieldBy } from "./yield-to-events";

/** The thread's side of the wire: calls come in, progress and answers go out. */
const host = createHost();
const cancelled = new Set<number>();
const ending = new Set<number>();

function send(message: FromWorker, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

async function answer({ id, call, args: [request], listens }: Extract<ToWorker, { kind: "call" }>): Promise<void> {
  // The client's types guarantee that the request belongs to the call; the pairing is lost on the wire.
  const handle = host[call] as (request: unknown, tools: CallTools) => Promise<unknown>;
  try {
    const result = await handle(request, {
      progress: (progress) => listens && send({ kind: "progress", id, progress }),
      cancelled: () => cancelled.has(id),
      endsEarly: () => ending.has(id),
    });
    send({ kind: "result", id, result }, transferablesOf(result));
  } catch (error) {
    send({ kind: "failed", id, info: failureInfoOf(error) });
  } finally {
    cancelled.delete(id);
    ending.delete(id);
  }
}

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

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case "cancel":
      cancelled.add(data.id);
      break;
    case "end-early":
      ending.add(data.id);
      break;
    case "call":
      void answer(data);
      break;
    case "echo":
      echoed();
      break;
    default:
      data satisfies never;
  }
});

/** Held for as long as the thread lives: the page waits for it, and so hears of an end that nobody tells (`spawn.ts`). */
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
