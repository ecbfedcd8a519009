/** Types only: what page and worker say to each other. */
import type { FailureInfo } from "../../core/data/failure";
import type { Progress } from "./progress";
import type { CallName } from "./engine";

/** That work under this number is to stop, or to end with what it has. */
export interface StopMessage {
  readonly kind: "cancel" | "end-early";
  readonly id: number;
}

export type ToWorker =
  | {
      readonly kind: "call";
      readonly id: number;
      readonly call: CallName;
      readonly args: readonly [request: unknown];
      /** Progress is listened to. */
      readonly listens: boolean;
    }
  | StopMessage
  | { readonly kind: "echo" };

export type FromWorker =
  /** Said once. holdsLock: a lock with the name of the worker is held for as long as it lives. */
  | { readonly kind: "ready"; readonly holdsLock: boolean }
  /** Is sent back at once: a way around the event loop of the worker. */
  | { readonly kind: "echo" }
  | { readonly kind: "progress"; readonly id: number; readonly progress: Progress }
  | { readonly kind: "result"; readonly id: number; readonly result: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly info: FailureInfo };
