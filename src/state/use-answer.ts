import { useCallback, useEffect, useRef, useState } from "react";
import type { FailureInfo } from "../core/data/failure";
import { failureInfoOf } from "../engine/failure-info";

interface Answered<Q, A> {
  readonly question: Q;
  readonly answer: A | null;
  readonly failure: FailureInfo | null;
}

export interface Answering<Q, A> {
  /** The newest answer; the one before stays until then. */
  readonly answer: A | null;
  /** What it answers. */
  readonly question: Q | null;
  readonly failure: FailureInfo | null;
  /** Whether a newer question waits for its answer. */
  readonly isStale: boolean;
}

/**
 * The answer to a question that keeps changing, such as a view that is dragged: one is under way at a time, and after it
 * the newest is asked. A question is told from another by identity; null asks nothing.
 */
export function useAnswer<Q, A>(question: Q | null, ask: (question: Q) => Promise<A>): Answering<Q, A> {
  const [found, setFound] = useState<Answered<Q, A> | null>(null);
  const wanted = useRef<Q | null>(null);
  const asked = useRef<Q | null>(null);
  const isBusy = useRef(false);

  const askNext = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    for (let next = wanted.current; next !== null && next !== asked.current; next = wanted.current) {
      asked.current = next;
      const about = next;
      await ask(about).then(
        (answer) => setFound({ question: about, answer, failure: null }),
        (error: unknown) => setFound({ question: about, answer: null, failure: failureInfoOf(error) }),
      );
    }
    isBusy.current = false;
  }, [ask]);

  useEffect(() => {
    wanted.current = question;
    void askNext();
    return () => {
      wanted.current = null;
    };
  }, [question, askNext]);

  return {
    answer: found?.answer ?? null,
    question: found?.question ?? null,
    failure: found?.failure ?? null,
    isStale: question !== null && found?.question !== question,
  };
}
