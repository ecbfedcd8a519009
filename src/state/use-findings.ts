import { useDeferredValue, useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { FailureInfo } from "../core/data/failure";
import type { Findings, FindingsRequest, RunResult } from "../engine/protocol";
import { borderlineRows, findingsIdOf, rankingOf } from "./borderline";
import { thresholdRuleOf } from "./choices";
import type { RunState } from "./session-state";
import { thresholdOf, type Threshold } from "./threshold";
import { useCall } from "./use-call";
import { useSession } from "./use-session";

/** What stands out for sure, as far as it is known. */
export interface ShownFindings {
  /** Id of the instance that looks for it. */
  readonly id: string;
  readonly run: RunState | null;
  /** Null before there is one of this table. */
  readonly result: RunResult | null;
  readonly threshold: Threshold | null;
  readonly found: Findings | null;
  /** `found` is of an earlier threshold or result. */
  readonly isStale: boolean;
  readonly failure: FailureInfo | null;
}

/** The findings of the open table, at most `most` of them told one by one; null where nobody looks for any. */
export function useFindings(most: number): ShownFindings | null {
  const id = useSession(findingsIdOf);
  const run = useSession((state) => (id === null ? null : (state.runs[id] ?? null)));
  const dataset = useSession((state) => state.dataset?.id);
  const result = run?.result?.request.dataset === dataset ? (run?.result ?? null) : null;
  const chosen = useSession((state) => (id === null ? null : thresholdRuleOf(state.history.present, id)));
  const threshold = result && chosen ? thresholdOf(result, chosen) : null;
  const rule = useSession((state) => state.history.present.stretches);
  const value = useDeferredValue(threshold?.value ?? null);
  const request: FindingsRequest | null =
    result && value !== null ? { run: result.key, threshold: value, most, ...rule } : null;
  const { answer, isStale, failure } = useCall("findings", request, { keep: () => true });
  if (id === null) return null;
  return { id, run, result, threshold, found: result && answer, isStale: isStale || (run?.stale ?? false), failure };
}

/** What comes after what stands out for sure. */
export interface Borderline {
  /** Id of the ranking that says so. */
  readonly id: string;
  readonly count: number;
  /** The row that ranks first. */
  readonly first: number;
  /** A kept detector says so, by a threshold that was found elsewhere: that is an answer, and nothing is borderline. */
  readonly isByModel: boolean;
}

/** How many rows the ranking flags beside those that stand out; null before anything is ranked. */
export function useBorderline({ result, threshold }: ShownFindings): Borderline | null {
  const ranking = useSession(useShallow(rankingOf));
  const rule = useSession((state) => (ranking ? thresholdRuleOf(state.history.present, ranking.id) : null));
  return useMemo(() => {
    const [first] = ranking?.result.order ?? [];
    if (!ranking || !rule || first === undefined) return null;
    const sure = result && threshold ? { result, value: threshold.value } : null;
    const isByModel = ranking.result.request.recipe.learn?.kind === "model";
    return { id: ranking.id, first, count: borderlineRows(ranking.result, rule, sure).length, isByModel };
  }, [ranking, rule, result, threshold]);
}
