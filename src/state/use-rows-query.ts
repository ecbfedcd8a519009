import { useEffect, useMemo, useReducer, useRef } from "react";
import type { FailureInfo } from "../core/data/failure";
import { createAnswers } from "./answers";
import { useQuery, useUnchanged } from "./use-query";

/** What is known of rows, and how it stands with the rest. */
export interface RowsQuery<T> {
  /** Undefined where it is not known yet, or cannot be had. */
  of(row: number): T | undefined;
  /** Some of the rows wait for their answer. */
  readonly isLoading: boolean;
  /** Why some of the rows have no answer. */
  readonly failure: FailureInfo | null;
}

interface Options<T> {
  /** Rows are asked for once the view has stood so long. */
  readonly restMs: number;
  /** How many rows are asked for at once; absent: all. A view that moves on waits for the rows under way. */
  readonly batch?: number;
  /** How many answers are kept. */
  readonly kept?: number;
  /** Frees an answer that is kept no longer. */
  letGo?(answer: T): void;
}

/**
 * The same question about many rows, those in view: asked for in batches once the view rests, each row once, and kept as
 * long as `about` holds the same things; null asks nothing. `rows` must stay the same array while they are the same rows.
 */
export function useRowsQuery<Q, T>(
  about: Q | null,
  rows: readonly number[],
  ask: (about: Q, rows: Uint32Array, signal: AbortSignal) => Promise<readonly T[]>,
  { restMs, batch = Infinity, kept, letGo }: Options<T>,
): RowsQuery<T> {
  const present = useUnchanged(about);
  const [, arrived] = useReducer((count: number) => count + 1, 0);
  const freeing = useRef(letGo);
  useEffect(() => {
    freeing.current = letGo;
  });
  const answers = useMemo(
    () =>
      present === null
        ? null
        : createAnswers<T>({ ...(kept && { kept }), letGo: (answer) => freeing.current?.(answer) }),
    [present, kept],
  );
  useEffect(() => () => answers?.clear(), [answers]);

  const isKnown = (row: number) => answers?.get(row) !== undefined;
  const question = present === null || !answers || rows.every(isKnown) ? null : { about: present, answers, rows };
  const { isLoading, failure } = useQuery(
    question,
    async (wanted, signal) => {
      for (let from = 0; from < wanted.rows.length && !signal.aborted; from += batch) {
        const some = wanted.rows.slice(from, from + batch);
        await wanted.answers.want(some, (missing) => ask(wanted.about, missing, signal));
        arrived();
      }
    },
    { restMs },
  );
  return { of: (row) => answers?.get(row), isLoading, failure };
}
