import { Failure, type FailureInfo } from "../core/data/failure";
import type { Progress } from "./calls/progress";
import type { AnswerOf, CallName, Engine, RequestOf } from "./calls/engine";
import type { FromWorker, ToWorker } from "./calls/messages";
import { engineOver } from "./engine-over";
import { Suspects } from "./suspects";

/** The part of a Worker that is used, so that tests can stand in for one. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** Starts a worker. `ended` is to be called when it is gone without a word: the browser tells that to nobody. */
export type Spawn = (ended: () => void) => WorkerLike;

interface Pending {
  readonly name: CallName;
  readonly request: unknown;
  resolve(result: unknown): void;
  reject(error: Failure): void;
  onProgress?: ((progress: Progress) => void) | undefined;
  isCancelled: boolean;
  /** Not so while it waits for another question that may have ended a worker. */
  isSent: boolean;
}

/** A cancelled call that has not answered by now hangs in a tight loop: the worker is replaced. */
const CANCEL_PATIENCE_MS = 6000;
/** So many workers that lived no longer than this, one after the other, and it is left to a person whether to go on. */
const MAX_SHORT_LIVES = 5;
const SHORT_LIFE_MS = 10_000;

/**
 * The engine behind a worker. A worker that dies rejects every call that waits on it, a fresh one takes its place, and
 * `onRestart` listeners open and run again what they need; a question that ends workers is given up (`suspects.ts`). One
 * that could not even be loaded, or died too often, rejects its calls and is started again by the next one only.
 */
export function createWorkerEngine(spawn: Spawn): Engine {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(info: FailureInfo) => void>();
  const suspects = new Suspects(sendWaiting);
  let nextId = 1;
  let disposed = false;
  let isLoaded = false;
  /** One of them could be loaded. */
  let hasServed = false;
  let bornAt = 0;
  let shortLives = 0;
  let worker: WorkerLike | null = start();

  function start(): WorkerLike {
    const ended = (detail: string) => worker === fresh && replace(detail, true);
    isLoaded = false;
    bornAt = performance.now();
    const fresh = spawn(() => ended("ended without a word"));
    fresh.onmessage = ({ data }) => (data.kind === "echo" ? fresh.postMessage(data) : receive(data));
    fresh.onerror = (event) => ended(event.message || "worker error");
    fresh.onmessageerror = () => ended("unreadable message");
    return fresh;
  }

  function receive(message: Exclude<FromWorker, { kind: "echo" }>): void {
    isLoaded = true;
    hasServed = true;
    if (message.kind === "ready") return;
    const call = pending.get(message.id);
    if (!call) return;
    if (message.kind === "progress") {
      if (!call.isCancelled) call.onProgress?.(message.progress);
      return;
    }
    pending.delete(message.id);
    suspects.answered(call);
    if (message.kind === "result") call.resolve(message.result);
    else call.reject(new Failure(message.info));
  }

  /** @param isDeath what was under way may have ended it; not so where it was only too slow to be cancelled */
  function replace(detail: string, isDeath: boolean): void {
    if (disposed) return;
    worker?.terminate();
    const lost = [...pending.values()];
    pending.clear();
    suspects.replaced(isLoaded && isDeath ? lost.filter(({ isSent }) => isSent) : null);
    shortLives = isDeath && performance.now() - bornAt < SHORT_LIFE_MS ? shortLives + 1 : 0;
    const code = isLoaded ? "worker-died" : "worker-missing";
    const isRestarted = isLoaded && shortLives < MAX_SHORT_LIVES;
    worker = isRestarted ? start() : null;
    const info: FailureInfo = { code, detail };
    for (const call of lost) call.reject(new Failure(call.isCancelled ? { code: "cancelled" } : info));
    if (isRestarted) tell(info);
  }

  function tell(info: FailureInfo): void {
    for (const listener of listeners) listener(info);
  }

  function send(id: number, call: Pending): void {
    call.isSent = true;
    if (!worker) {
      worker = start();
      // It was given up on: what it had is to be opened again.
      if (hasServed) tell({ code: "worker-died" });
    }
    suspects.asked(call);
    const { name, request, onProgress } = call;
    worker.postMessage({ kind: "call", id, call: name, args: [request], listens: onProgress !== undefined });
  }

  function sendWaiting(): void {
    for (const [id, call] of pending) if (!call.isSent && suspects.standingOf(call) === "goes") send(id, call);
  }

  function call<C extends CallName>(name: C, request: RequestOf<C>, onProgress?: (progress: Progress) => void) {
    const id = nextId++;
    const result = new Promise<AnswerOf<C>>((resolve, reject) => {
      // What comes back for `name` is what the host returns for it: see Host.
      const asked: Pending = { name, request, resolve, reject, onProgress, isCancelled: false, isSent: false };
      const standing = suspects.standingOf(asked);
      if (standing === "given-up") return reject(new Failure({ code: "given-up" }));
      pending.set(id, asked);
      if (standing === "goes") send(id, asked);
    });
    return {
      result,
      cancel(): void {
        const waiting = pending.get(id);
        if (!waiting || waiting.isCancelled) return;
        waiting.isCancelled = true;
        if (!waiting.isSent) {
          pending.delete(id);
          return waiting.reject(new Failure({ code: "cancelled" }));
        }
        worker?.postMessage({ kind: "cancel", id });
        setTimeout(() => pending.has(id) && replace("a cancelled call did not answer", false), CANCEL_PATIENCE_MS);
      },
      endEarly(): void {
        if (pending.get(id)?.isSent) worker?.postMessage({ kind: "end-early", id });
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
      worker?.terminate();
      for (const waiting of pending.values()) waiting.reject(new Failure({ code: "cancelled" }));
      pending.clear();
    },
  });
}
