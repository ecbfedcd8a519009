import { failureInfoOf } from "../../core/data/failure-info";
import { createStopSignals } from "../stop-signals";
import { transferablesOf } from "../transfer";
import { waitingForParts } from "./waiting-for-parts";
import type { FromHelper, ToHelper } from "./messages";
import type { TaskHandlers, TaskTools } from "./tasks";

/** A thread's side of the pool: does what it is sent, and keeps what was lent to it until that is given back. */
export function createHelper(handlers: TaskHandlers, send: (message: FromHelper, transfer: Transferable[]) => void) {
  const loans = new Map<string, unknown>();
  const stops = createStopSignals();
  const parts = waitingForParts(send);

  async function work({ id, task, request, loans: names, fresh, keeps }: Extract<ToHelper, { kind: "task" }>) {
    for (const [loan, value] of fresh) loans.set(loan, value);
    const lent = Object.fromEntries(Object.entries(names).map(([name, loan]) => [name, loans.get(loan)]));
    // The pool's types guarantee that request and loans belong to the task; the pairing is lost on the wire.
    const handle = handlers[task] as (request: unknown, loans: unknown, tools: TaskTools) => Promise<unknown>;
    try {
      const result = await handle(request, lent, {
        progress: (progress) => send({ kind: "progress", id, progress }, []),
        ...stops.of(id),
        keep: (value) => keeps !== null && loans.set(keeps, value),
        spread: parts.spreadFor(id),
      });
      send({ kind: "result", id, result }, keeps === null ? transferablesOf(result) : []);
    } catch (error) {
      send({ kind: "failed", id, info: failureInfoOf(error) }, []);
    } finally {
      stops.isOver(id);
    }
  }

  return (message: Exclude<ToHelper, { kind: "echo" }>): void => {
    switch (message.kind) {
      case "cancel":
      case "end-early":
        stops.hear(message);
        break;
      case "give-back":
        loans.delete(message.loan);
        break;
      case "parts-progress":
      case "parts-done":
      case "parts-failed":
        parts.hear(message);
        break;
      case "task":
        void work(message);
        break;
      default:
        message satisfies never;
    }
  };
}
