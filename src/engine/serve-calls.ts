import { failureInfoOf } from "../core/data/failure-info";
import type { CallTools, Host } from "./calls/host";
import type { FromWorker, ToWorker } from "./calls/messages";
import { createStopSignals } from "./stop-signals";
import { transferablesOf } from "./transfer";

/** The thread's side of the wire to the page: calls come in, progress and answers go out. */
export function serveCalls(host: Host, send: (message: FromWorker, transfer?: Transferable[]) => void) {
  const stops = createStopSignals();

  async function answer({ id, call, args: [request], listens }: Extract<ToWorker, { kind: "call" }>): Promise<void> {
    // The client's types guarantee that the request belongs to the call; the pairing is lost on the wire.
    const handle = host[call] as (request: unknown, tools: CallTools) => Promise<unknown>;
    try {
      const result = await handle(request, {
        progress: (progress) => listens && send({ kind: "progress", id, progress }),
        ...stops.of(id),
      });
      send({ kind: "result", id, result }, transferablesOf(result));
    } catch (error) {
      send({ kind: "failed", id, info: failureInfoOf(error) });
    } finally {
      stops.isOver(id);
    }
  }

  return (message: Exclude<ToWorker, { kind: "echo" }>): void => {
    switch (message.kind) {
      case "cancel":
      case "end-early":
        stops.hear(message);
        break;
      case "call":
        void answer(message);
        break;
      default:
        message satisfies never;
    }
  };
}
