/** Types only: the side of the engine that does the work. */
import type { Call } from "./call";
import type { EngineCalls } from "./engine";
import type { Progress } from "./progress";

/** What a call may do while it works. */
export interface CallTools {
  progress(progress: Progress): void;
  cancelled(): boolean;
  /** The caller wants what there is so far. */
  endsEarly(): boolean;
}

/** How some calls are done. */
export type Handlers<Calls extends { readonly [C in keyof Calls]: Call<unknown, unknown> }> = {
  readonly [C in keyof Calls]: (request: Calls[C]["request"], tools: CallTools) => Promise<Calls[C]["answer"]>;
};

/** The engine without a thread: what the worker runs, and what tests call directly. */
export type Host = Handlers<EngineCalls>;
