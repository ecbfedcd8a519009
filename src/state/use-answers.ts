import { useEffect, useMemo, useState } from "react";
import type { Cell } from "../core/data/column";
import type { RowExplanation } from "../core/explain/explanation";
import { createAnswers } from "./answers";
import { shownResultOf } from "./threshold";
import { useAsk, useSession } from "./use-session";

const REST_MS = 40;

/** Answers for the rows in view: asked for once the view rests, kept while `key` stays. */
function useAnswers<T>(
  key: string | null,
  ask: (key: string, rows: Uint32Array) => Promise<readonly T[]>,
  rows: readonly number[],
): (row: number) => T | undefined {
  const [, arrived] = useState(0);
  const answers = useMemo(
    () => (key === null ? null : createAnswers((wanted: Uint32Array) => ask(key, wanted))),
    [key, ask],
  );
  useEffect(() => {
    if (!answers || rows.every((row) => answers.get(row) !== undefined)) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void answers.want(rows).then(() => {
        if (isCurrent) arrived((count) => count + 1);
      });
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [answers, rows]);
  return (row) => answers?.get(row);
}

/** The cells of rows, by row. */
export function useCells(rows: readonly number[]): (row: number) => readonly Cell[] | undefined {
  const ask = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? null);
  return useAnswers(dataset, ask.page, rows);
}

/** Why rows have the scores on screen, by row. */
export function useExplanations(rows: readonly number[]): (row: number) => RowExplanation | undefined {
  const ask = useAsk();
  const run = useSession((state) => shownResultOf(state)?.key ?? null);
  return useAnswers(run, ask.explain, rows);
}
