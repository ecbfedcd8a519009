import type { StoreApi } from "zustand/vanilla";
import { Failure, type FailureCode } from "../core/data/failure";
import { isCombination } from "../core/detect/run-key";
import { failureInfoOf } from "../core/data/failure-info";
import type { AnswerOf, CallName, Engine, RequestOf } from "../engine/protocol";
import type { RunState, SessionState } from "./session-state";

/** Asks the engine; a signal calls off the waiting. */
export type AskEngine = <C extends CallName>(
  call: C,
  request: RequestOf<C>,
  signal?: AbortSignal,
) => Promise<AnswerOf<C>>;

/** What a fresh worker, or one that made room, does not know any more. */
export const lost: ReadonlySet<FailureCode> = new Set(["unknown-dataset", "unknown-run", "worker-died"]);

/**
 * Asks, and where the engine has lost what the question is about, asks again once that is back: while a table is read
 * again or runs are under way, being without them is no failure. What was under way when the worker died may have killed
 * it, and is tried once more only.
 */
export function askOver(engine: Engine, store: StoreApi<SessionState>): AskEngine {
  return async (call, request, signal) => {
    let deaths = 0;
    for (;;) {
      const before = arrivalsIn(store.getState());
      try {
        return await engine.ask(call, request);
      } catch (error) {
        const { code } = failureInfoOf(error);
        if (code === "worker-died") deaths += 1;
        if (!lost.has(code) || deaths > 1) throw error;
        const isBack = await somethingArrives(store, before, signal);
        if (!isBack) throw error;
      }
    }
  };
}

/** Resolves with true when something arrived since, with false when nothing more is on its way. */
function somethingArrives(
  store: StoreApi<SessionState>,
  before: readonly unknown[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      stop();
      reject(new Failure({ code: "cancelled" }));
    };
    const look = () => {
      const state = store.getState();
      const isNews = arrivalsIn(state).some((one, at) => one !== before[at]);
      if (!isNews && isComing(state)) return false;
      stop();
      resolve(isNews);
      return true;
    };
    const unsubscribe = store.subscribe(look);
    const stop = () => {
      unsubscribe();
      signal?.removeEventListener("abort", giveUp);
    };
    if (signal?.aborted) return giveUp();
    if (!look()) signal?.addEventListener("abort", giveUp);
  });
}

function arrivalsIn({ dataset, runs }: SessionState): readonly unknown[] {
  return [dataset, ...Object.values(runs).map(({ result }) => result)];
}

/** Whether tables or runs that the engine lost, or never had, are being made. */
function isComing({ isRestarting, runs }: SessionState): boolean {
  // A consensus that waits is on its way only as far as its members are.
  const isUnderWay = ([id, { status }]: [string, RunState]) =>
    status === "running" || (status === "waiting" && !isCombination(id));
  return isRestarting || Object.entries(runs).some(isUnderWay);
}
