import type { Cell } from "../core/data/column";
import type { RowExplanation } from "../core/explain/explanation";
import { shownResultOf } from "./threshold";
import { useRowsQuery, type RowsQuery } from "./use-rows-query";
import { useAsk, useSession } from "./use-session";

const REST_MS = 40;

/** The cells of rows, by row. */
export function useCells(rows: readonly number[]): RowsQuery<readonly Cell[]> {
  const ask = useAsk();
  const dataset = useSession((state) => state.dataset?.id ?? null);
  return useRowsQuery(dataset, rows, (id, some, signal) => ask("page", { dataset: id, rows: some }, signal), {
    restMs: REST_MS,
  });
}

/** Why rows have the scores on screen, by row. */
export function useExplanations(rows: readonly number[]): RowsQuery<RowExplanation> {
  const ask = useAsk();
  const run = useSession((state) => shownResultOf(state)?.key ?? null);
  return useRowsQuery(run, rows, (key, some, signal) => ask("explain", { run: key, rows: some }, signal), {
    restMs: REST_MS,
  });
}
