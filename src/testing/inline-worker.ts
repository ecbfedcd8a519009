import { failureInfoOf } from "../core/data/failure-info";
import type { CallTools } from "../engine/calls/host";
import type { FromWorker, ToWorker } from "../engine/calls/messages";
import type { WorkerLike } from "../engine/client";
import { createHost } from "../engine/host";

/**
 * A worker without a thread, with the real host: messages travel by the event loop, and it dies when it is told to,
 * whatever it is doing.
 */
export class InlineWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  onmessageerror: WorkerLike["onmessageerror"] = null;
  private readonly host = createHost();
  private readonly cancelled = new Set<number>();
  private readonly ending = new Set<number>();
  private isGone = false;

  /** @param ended what is called when it ends without a word */
  constructor(private readonly ended: () => void) {
    this.say({ kind: "ready", holdsLock: true });
  }

  postMessage(message: ToWorker): void {
    setImmediate(() => {
      if (this.isGone) return;
      if (message.kind === "cancel") this.cancelled.add(message.id);
      else if (message.kind === "end-early") this.ending.add(message.id);
      else if (message.kind === "call") void this.answer(message);
    });
  }

  terminate(): void {
    this.isGone = true;
  }

  /** @param isTold whether the page hears of it as of an error */
  die(isTold: boolean): void {
    if (this.isGone) return;
    this.isGone = true;
    if (isTold)
      this.onerror?.({ message: "dies on purpose" } as ErrorEvent); // Only `message` is read.
    else this.ended();
  }

  private say(data: FromWorker): void {
    setImmediate(() => {
      if (!this.isGone) this.onmessage?.({ data } as MessageEvent<FromWorker>); // Only `data` is read.
    });
  }

  private async answer({ id, call, args: [request] }: Extract<ToWorker, { kind: "call" }>): Promise<void> {
    // The client's types guarantee that the request belongs to the call.
    const handle = this.host[call] as (request: unknown, tools: CallTools) => Promise<unknown>;
    try {
      const result = await handle(request, {
        progress: (progress) => this.say({ kind: "progress", id, progress }),
        // What is gone works for nobody.
        cancelled: () => this.isGone || this.cancelled.has(id),
        endsEarly: () => this.ending.has(id),
      });
      this.say({ kind: "result", id, result });
    } catch (error) {
      this.say({ kind: "failed", id, info: failureInfoOf(error) });
    }
  }
}
