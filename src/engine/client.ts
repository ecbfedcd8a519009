import { Failure, type FailureInfo } from "../core/data/failure";
import type { Progress } from "./calls/call";
import type { AnswerOf, CallName, Engine, RequestOf } from "./calls/engine";
import type { FromWorker, ToWorker } from "./calls/messages";
import { engineOver } from "./engine-over";

/** The part of a Worker that is used, so that tests can stand in for one. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Failure): void;
  onProgress?: ((progress: Progress) => void) | undefined;
  isCancelled: boolean;
}

/** A cancelled call that has not answered by now hangs in a tight loop: the worker is replaced. */
const CANCEL_PATIENCE_MS = 6000;

/**
 * The engine behind a worker. A worker that dies rejects every call that waits on it, a fresh one
 * takes its place, and `onRestart` listeners open and run again what they need.
 */
export function createWorkerEngine(spawn: () => WorkerLike): Engine {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(info: FailureInfo) => void>();
  let nextId = 1;
  let disposed = false;
  let worker = start();

  function start(): WorkerLike {
    const fresh = spawn();
    fresh.onmessage = ({ data }) => receive(data);
    fresh.onerror = (event) => replace(event.message || "worker error");
    fresh.onmessageerror = () => replace("unreadable message");
    return fresh;
  }

  function receive(message: FromWorker): void {
    if (message.kind === "ready") return;
    const call = pending.get(message.id);
    if (!call) return;
    if (message.kind === "progress") {
      if (!call.isCancelled) call.onProgress?.(message.progress);
      return;
    }
    pending.delete(message.id);
    if (message.kind === "result") call.resolve(message.result);
    else call.reject(new Failure(message.info));
  }

  function replace(detail: string): void {
    if (disposed) return;
    worker.terminate();
    const info: FailureInfo = { code: "worker-died", detail };
    const lost = [...pending.values()];
    pending.clear();
    worker = start();
    for (const call of lost) call.reject(new Failure(call.isCancelled ? { code: "cancelled" } : info));
    for (const listener of listeners) listener(info);
  }

  function call<C extends CallName>(name: C, request: RequestOf<C>, onProgress?: (progress: Progress) => void) {
    const id = nextId++;
    const result = new Promise<AnswerOf<C>>((resolve, reject) => {
      // What comes back for `name` is what the host returns for it: see Host.
      pending.set(id, { resolve: resolve, reject, onProgress, isCancelled: false });
      worker.postMessage({ kind: "call", id, call: name, request, listens: onProgress !== undefined });
    });
    return {
      result,
      cancel(): void {
        const waiting = pending.get(id);
        if (!waiting || waiting.isCancelled) return;
        waiting.isCancelled = true;
        worker.postMessage({ kind: "cancel", id });
        setTimeout(() => pending.has(id) && replace("a cancelled call did not answer"), CANCEL_PATIENCE_MS);
      },
      endEarly(): void {
        if (pending.has(id)) worker.postMessage({ kind: "end-early", id });
      },
    };
  }

  return engineOver({
    call,
    onRestart(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      worker.terminate();
      for (const waiting of pending.values()) waiting.reject(new Failure({ code: "cancelled" }));
      pending.clear();
    },
  });
}
