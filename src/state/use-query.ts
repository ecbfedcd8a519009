import { createContext, useContext, useEffect, useRef, useState } from "react";
import type { FailureInfo } from "../core/data/failure";
import { createAsker, type Ask, type Outcome } from "./asker";
import { pageClock, type Clock } from "./clock";
import { isSameQuestion } from "./question";

/** The answer to a question that keeps changing, and how it stands with it. */
export interface Query<Q, A> {
  /** Null before there is one, and where there is none. */
  readonly answer: A | null;
  /** What `answer` answers; null where there is none. */
  readonly question: Q | null;
  /** The present question waits for its answer. */
  readonly isLoading: boolean;
  /** `answer` is that of an earlier question, which `keep` lets stand meanwhile: show it as such. */
  readonly isStale: boolean;
  /** Why the present question has no answer; to be told where it would stand. */
  readonly failure: FailureInfo | null;
}

export interface QueryOptions<Q, A> {
  /** A question is asked once it has stood so long; perhaps as long as what changed in it takes to come to rest. */
  readonly restMs?: number | ((present: Q, earlier: Q | null) => number);
  /** Whether the answer to an earlier question may stand while the present one waits; else it is gone at once. */
  keep?(earlier: Q, present: Q): boolean;
  /** Frees an answer that is shown no longer. */
  letGo?(answer: A): void;
}

/** What the rest times of questions are measured by. */
export const ClockContext = createContext<Clock>(pageClock);

/**
 * The answer to a question that may change at any time; null asks nothing. Questions that hold the same things are one
 * (`isSameQuestion`): all that an answer depends on belongs into the question, `ask` alone changes nothing. One is under
 * way at a time, and after it the newest is asked.
 */
export function useQuery<Q, A>(question: Q | null, ask: Ask<Q, A>, options: QueryOptions<Q, A> = {}): Query<Q, A> {
  const { restMs = 0, keep, letGo } = options;
  const clock = useContext(ClockContext);
  const present = useUnchanged(question);
  const [outcome, setOutcome] = useState<Outcome<Q, A> | null>(null);
  const newest = useRef({ ask, letGo, restMs });
  const earlier = useRef<Q | null>(null);
  const [asker] = useState(() => createAsker<Q, A>(setOutcome, (answer) => newest.current.letGo?.(answer)));
  useEffect(() => {
    newest.current = { ask, letGo, restMs };
  });

  useEffect(() => {
    const { restMs: rest } = newest.current;
    const ms = typeof rest === "number" ? rest : present === null ? 0 : rest(present, earlier.current);
    asker.want(present, (about, signal) => newest.current.ask(about, signal), ms, clock);
    earlier.current = present;
    return () => asker.want(null, newest.current.ask, 0, clock);
  }, [asker, present, clock]);

  useEffect(
    () => () => {
      if (outcome?.failure === null) newest.current.letGo?.(outcome.answer);
    },
    [outcome],
  );

  return currentQuery(outcome, present, keep);
}

function currentQuery<Q, A>(
  outcome: Outcome<Q, A> | null,
  present: Q | null,
  keep: QueryOptions<Q, A>["keep"],
): Query<Q, A> {
  if (present === null) return { answer: null, question: null, isLoading: false, isStale: false, failure: null };
  const { question, answer, failure } = outcome ?? { question: null, answer: null, failure: null };
  if (question === present)
    return { answer, question: failure ? null : present, isLoading: false, isStale: false, failure };
  const stands = question !== null && !failure && keep?.(question, present) === true;
  return {
    answer: stands ? answer : null,
    question: stands ? question : null,
    isLoading: true,
    isStale: stands,
    failure: null,
  };
}

/** The same object as long as the question stays the same. */
export function useUnchanged<Q>(question: Q): Q {
  const [kept, keep] = useState<{ readonly question: Q }>({ question });
  if (isSameQuestion(kept.question, question)) return kept.question;
  keep({ question });
  return question;
}
