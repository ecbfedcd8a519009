import type { RunResult } from "../engine/protocol";
import { thresholdRuleOf } from "./choices";
import { thresholdOf } from "./threshold";
import type { SessionState } from "./session-state";

/** A picked detector whose present result is there. */
function isDone({ runs, dataset }: SessionState, detector: string): boolean {
  const run = runs[detector];
  return run?.status === "done" && run.result?.request.dataset === dataset?.id;
}

/** Ids of the picked detectors that are done, in the order in which they were added. */
export function doneDetectorsOf(state: SessionState): readonly string[] {
  return state.history.present.picked.filter((id) => isDone(state, id));
}

/** Whether a detector flags a row at its own threshold; null where it has not scored it. */
export function verdictOn(state: SessionState, detector: string, row: number): boolean | null {
  const result: RunResult | null = state.runs[detector]?.result ?? null;
  const score = result?.scores[row] ?? NaN;
  if (!result || Number.isNaN(score)) return null;
  return score >= thresholdOf(result, thresholdRuleOf(state.history.present, detector)).value;
}
