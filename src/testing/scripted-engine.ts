import { Failure } from "../core/data/failure";
import type { AnswerOf, CallName, Engine, Inspection, LearningJob, Progress, RequestOf } from "../engine/protocol";
import { fetchCatalogue } from "../state/catalogue";
import { engineAnswering, type FakeAnswers } from "./fake-engine";

// A session over it begins as on a page that has stood for a while.
await fetchCatalogue();

/** One question to the engine that stands still until the test answers it. */
export interface Asked<Q, A> {
  readonly question: Q;
  readonly isCancelled: () => boolean;
  report(progress: Progress): void;
  answer(answer: A): void;
  fail(error: unknown): void;
}

type AskedOf<C extends CallName> = Asked<RequestOf<C>, AnswerOf<C>>[];

export interface ScriptedEngine {
  readonly engine: Engine;
  /** All files of a look are read as what it is answered with. */
  readonly looks: Asked<RequestOf<"inspect">, Inspection>[];
  readonly opens: AskedOf<"open">;
  readonly imageExports: AskedOf<"exportImages">;
  readonly runs: AskedOf<"run">;
  readonly combinations: AskedOf<"combine">;
  readonly reruns: AskedOf<"rerun">;
  readonly stabilities: AskedOf<"stability">;
  readonly exports: AskedOf<"exportRows">;
}

/** An engine whose every step a test takes by hand, but for what it `answers`; anything else fails the test. */
export function scriptedEngine(answers: FakeAnswers = {}, onRestart?: Engine["onRestart"]): ScriptedEngine {
  const asked: Omit<ScriptedEngine, "engine"> = {
    looks: [],
    opens: [],
    imageExports: [],
    runs: [],
    combinations: [],
    reruns: [],
    stabilities: [],
    exports: [],
  };
  const byHand =
    <Q, A>(list: Asked<Q, A>[]) =>
    (question: Q, report: (progress: Progress) => void) =>
      asking(list, question, report);
  const engine = engineAnswering(
    {
      close: () => Promise.resolve(),
      forget: () => Promise.resolve(),
      useThreads: () => Promise.resolve(),
      inspect(question, report) {
        const { result, ...job } = asking(asked.looks, question, report);
        const takes = question.source.files.map((_, at) => at);
        return { ...job, result: result.then((inspection) => ({ is: "table", takes, inspection })) };
      },
      open: byHand(asked.opens),
      exportImages: byHand(asked.imageExports),
      run: byHand(asked.runs),
      combine: byHand(asked.combinations),
      rerun: byHand(asked.reruns),
      stability: byHand(asked.stabilities),
      exportRows: byHand(asked.exports),
      countCells: () => Promise.resolve(3),
      ...answers,
    },
    onRestart,
  );
  return { engine, ...asked };
}

function asking<Q, A>(list: Asked<Q, A>[], question: Q, report: (progress: Progress) => void): LearningJob<A> {
  let isCancelled = false;
  let cancel = () => {
    isCancelled = true;
  };
  const result = new Promise<A>((answer, fail) => {
    list.push({ question, isCancelled: () => isCancelled, report, answer, fail });
    cancel = () => {
      isCancelled = true;
      fail(new Failure({ code: "cancelled" }));
    };
  });
  // A test may end before anyone waits for the answer.
  result.catch(() => undefined);
  return { result, cancel: () => cancel(), endEarly: () => undefined };
}
