import type { FailureInfo } from "../core/data/failure";
import { failureInfoOf } from "../core/data/failure-info";
import type { Clock } from "./clock";

/** How a question is answered. The signal tells that a newer question took its place; its answer may still be of use. */
export type Ask<Q, A> = (question: Q, signal: AbortSignal) => Promise<A>;

/** What came of a question: an answer, or why there is none. */
export type Outcome<Q, A> =
  | { readonly question: Q; readonly answer: A; readonly failure: null }
  | { readonly question: Q; readonly answer: null; readonly failure: FailureInfo };

export interface Asker<Q, A> {
  /** Asks this once it has stood for `restMs` and the question before is answered; null asks nothing. */
  want(question: Q | null, ask: Ask<Q, A>, restMs: number, clock: Clock): void;
}

interface Wanted<Q, A> {
  readonly question: Q;
  readonly ask: Ask<Q, A>;
  stage: "resting" | "due" | "asked";
}

/**
 * Asks one question after the other, the newest next: those in between are never asked. The answer to a question that is
 * no longer wanted is told too, because it is newer than the one before; that it failed is not. An answer that comes when
 * nothing is wanted is let go of.
 */
export function createAsker<Q, A>(tell: (outcome: Outcome<Q, A>) => void, letGo: (answer: A) => void): Asker<Q, A> {
  let newest: Wanted<Q, A> | null = null;
  let underWay: AbortController | null = null;
  let callOff = () => {};
  const isWanting = () => newest !== null;

  async function askNext(): Promise<void> {
    if (underWay || newest?.stage !== "due") return;
    const mine = newest;
    const { question, ask } = mine;
    mine.stage = "asked";
    underWay = new AbortController();
    try {
      const answer = await ask(question, underWay.signal);
      if (isWanting()) tell({ question, answer, failure: null });
      else letGo(answer);
    } catch (error) {
      if (newest === mine) tell({ question, answer: null, failure: failureInfoOf(error) });
    }
    underWay = null;
    void askNext();
  }

  return {
    want(question, ask, restMs, clock) {
      callOff();
      underWay?.abort();
      newest = question === null ? null : { question, ask, stage: restMs > 0 ? "resting" : "due" };
      const mine = newest;
      if (mine?.stage === "resting")
        callOff = clock.after(restMs, () => {
          mine.stage = "due";
          void askNext();
        });
      else void askNext();
    },
  };
}
