import { useDeferredValue } from "react";
import { CONSENSUS } from "../core/detect/run-key";
import type { FailureInfo } from "../core/data/failure";
import type { Findings, FindingsRequest, RunResult } from "../engine/protocol";
import { detectorCardOf } from "./catalogue";
import { findingsDetectorOf } from "./kinds/kinds";
import { thresholdRuleOf } from "./choices";
import type { RunState, SessionState } from "./session-state";
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

/** Id of the instance whose findings stand above the ranking; null where a person took it away, or rows have none. */
function findingsIdOf({ history: { present } }: SessionState): string | null {
  const id = present.recipe && findingsDetectorOf(present.recipe.rowKind);
  return id && present.picked.includes(id) ? id : null;
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

/** The row that ranks first where nothing stands out, and who says so; null before anything is ranked. */
export function strangestByRanking({ runs, history, dataset }: SessionState): { id: string; row: number } | null {
  const { picked } = history.present;
  for (const id of [CONSENSUS, ...picked.filter((one) => !detectorCardOf(one)?.tests)]) {
    const result = runs[id]?.result;
    const [row] = result?.order ?? [];
    if (row !== undefined && result?.request.dataset === dataset?.id) return { id, row };
  }
  return null;
}
