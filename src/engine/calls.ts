/** The messages between page and worker, derived from the engine's own methods. Types only. */
import type { FailureInfo } from "../core/data/failure";
import type { Engine, Job, Progress } from "./protocol";

type Listening = "onRestart" | "dispose";

export type CallName = Exclude<keyof Engine, Listening>;

/** A listener cannot cross the thread: it becomes progress messages. */
type WithoutListener<A extends readonly unknown[]> = A extends readonly [...infer Rest, (progress: Progress) => void]
  ? Rest
  : A;

export type CallArgs<C extends CallName> = WithoutListener<Parameters<Engine[C]>>;

export type CallResult<C extends CallName> =
  ReturnType<Engine[C]> extends Job<infer T> ? T : Awaited<ReturnType<Engine[C]>>;

/** What a call may do while it works. */
export interface CallTools {
  progress(progress: Progress): void;
  cancelled(): boolean;
  /** The caller wants what there is so far. */
  endsEarly(): boolean;
}

/** The engine without a thread: what the worker runs, and what tests call directly. */
export type Host = {
  readonly [C in CallName]: (args: CallArgs<C>, tools: CallTools) => Promise<CallResult<C>>;
};

export type ToWorker =
  | { readonly kind: "call"; readonly id: number; readonly call: CallName; readonly args: readonly unknown[] }
  | { readonly kind: "cancel" | "end-early"; readonly id: number };

export type FromWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "progress"; readonly id: number; readonly progress: Progress }
  | { readonly kind: "result"; readonly id: number; readonly result: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly info: FailureInfo };
