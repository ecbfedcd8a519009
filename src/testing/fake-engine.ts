import { afterEach, expect } from "vitest";
import { engineOver } from "../engine/engine-over";
import type { AnswerOf, CallName, Engine, LearningJob, Progress, RequestOf } from "../engine/protocol";

/** An answer that a test gives at once or later, or a job whose end it holds in its hand. */
type Told<A> = Promise<A> | (Pick<LearningJob<A>, "result"> & Partial<LearningJob<A>>);

/** What a fake answers, by the name of the call. */
export type FakeAnswers = {
  readonly [C in CallName]?: (request: RequestOf<C>, onProgress: (progress: Progress) => void) => Told<AnswerOf<C>>;
};

export type FakeAnswer<C extends CallName> = NonNullable<FakeAnswers[C]>;

/** What every page asks once no file is open: nothing is kept. */
const byDefault: FakeAnswers = {
  kept: () => Promise.resolve({ works: [], room: { used: 0, free: null }, isLasting: false }),
};

const unanswered = new Set<CallName>();

// The screens tell a call that failed where its answer would stand, where a test may never look.
afterEach(() => {
  const names = [...unanswered];
  unanswered.clear();
  expect(names, "calls that the engine of this test has no answer to").toEqual([]);
});

/** An engine that answers these calls; any other fails the test. */
export function engineAnswering(answers: FakeAnswers, onRestart: Engine["onRestart"] = () => () => undefined): Engine {
  return engineOver({
    call(name, request, onProgress = () => undefined) {
      const told = answers[name]?.(request, onProgress) ?? byDefault[name]?.(request, onProgress) ?? refused(name);
      return {
        cancel: () => undefined,
        endEarly: () => undefined,
        ...(told instanceof Promise ? { result: told } : told),
      };
    },
    onRestart,
    dispose: () => undefined,
  });
}

function refused(name: CallName): Promise<never> {
  unanswered.add(name);
  return Promise.reject(new Error(`no answer to "${name}" in this test`));
}
