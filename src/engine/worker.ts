import type { CallName, FromWorker, Host, ToWorker } from "./calls";
import { failureInfoOf } from "./failure-info";
import { createHost } from "./host";
import { transferablesOf } from "./transfer";

/** The thread's side of the wire: calls come in, progress and answers go out. */
const host = createHost();
const cancelled = new Set<number>();
const ending = new Set<number>();

function send(message: FromWorker, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

async function answer(id: number, call: CallName, args: readonly unknown[]): Promise<void> {
  // The client's types guarantee that `args` belong to `call`; the pairing is lost on the wire.
  const method = host[call] as (args: readonly unknown[], tools: Parameters<Host["open"]>[1]) => Promise<unknown>;
  try {
    const result = await method(args, {
      progress: (progress) => send({ kind: "progress", id, progress }),
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

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case "cancel":
      cancelled.add(data.id);
      break;
    case "end-early":
      ending.add(data.id);
      break;
    case "call":
      void answer(data.id, data.call, data.args);
      break;
    default:
      data satisfies never;
  }
});

send({ kind: "ready" });
