import type { FailureInfo } from "../core/data/failure";
import type { LearningJob } from "./calls/call";
import type { Progress } from "./calls/progress";
import type { AnswerOf, CallName, Engine, RequestOf } from "./calls/engine";

/** How calls travel: over a thread, or straight to a host. Only what learns makes anything of `endEarly`. */
export interface Wire {
  call<C extends CallName>(
    call: C,
    request: RequestOf<C>,
    onProgress?: (progress: Progress) => void,
  ): LearningJob<AnswerOf<C>>;
  onRestart(listener: (info: FailureInfo) => void): () => void;
  dispose(): void;
}

/** The engine whose calls travel over a wire. */
export function engineOver({ call, onRestart, dispose }: Wire): Engine {
  return { ask: (name, request) => call(name, request).result, start: call, onRestart, dispose };
}
