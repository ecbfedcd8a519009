/** Types only: what the pool and its threads say to each other. */
import type { FailureInfo } from "../../core/data/failure";
import type { StopMessage } from "../calls/messages";
import type { Progress } from "../calls/progress";
import type { TaskName } from "./tasks";

export type ToHelper =
  | {
      readonly kind: "task";
      readonly id: number;
      readonly task: TaskName;
      readonly request: unknown;
      /** The id of each loan by its name in the task. */
      readonly loans: Readonly<Record<string, string>>;
      /** Those of them that the thread has not yet. */
      readonly fresh: ReadonlyMap<string, unknown>;
      /** The id under which it keeps what the task leaves; null: it keeps nothing. */
      readonly keeps: string | null;
    }
  | StopMessage
  | { readonly kind: "give-back"; readonly loan: string }
  | { readonly kind: "parts-progress"; readonly parts: number; readonly done: number }
  | PartsAnswer
  | { readonly kind: "echo" };

/** What came of the parts that a task waits for. */
export type PartsAnswer =
  | { readonly kind: "parts-done"; readonly parts: number; readonly answers: readonly unknown[] }
  | { readonly kind: "parts-failed"; readonly parts: number; readonly info: FailureInfo };

/** Parts that the task waits for, under a number of the thread's own. */
export interface PartsAsked {
  readonly kind: "parts";
  readonly id: number;
  readonly parts: number;
  readonly part: string;
  readonly shared: unknown;
  readonly inputs: readonly unknown[];
}

export type FromHelper =
  | { readonly kind: "ready"; readonly holdsLock: boolean }
  | { readonly kind: "echo" }
  | { readonly kind: "progress"; readonly id: number; readonly progress: Progress }
  | PartsAsked
  | { readonly kind: "result"; readonly id: number; readonly result: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly info: FailureInfo };
