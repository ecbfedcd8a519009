import { runsApart } from "../core/kinds/runs-apart";
import type { RunRequest } from "../engine/protocol";
import { detectorCardOf } from "./catalogue";
import { keyOfRun, runRequestOf } from "./run-request";
import type { SessionState } from "./session-state";
import { threadsOf } from "./threads";

/** A run that is under way or may be started. */
export interface OneRun {
  readonly detector: string;
  readonly key: string;
  /** It is made in a thread of its own, beside others. */
  readonly isApart: boolean;
}

/**
 * What may be started beside what runs: the shown detector first, then in the order of picking; as many as there are
 * threads, and of those that are made where the table is, one at a time. Null: nothing now.
 */
export function nextRun(
  state: SessionState,
  running: ReadonlySet<OneRun>,
): (OneRun & { readonly request: RunRequest }) | null {
  if (running.size >= threadsOf(state.threads)) return null;
  const { picked, shown } = state.history.present;
  const waiting = picked.filter((id) => state.runs[id]?.status === "waiting");
  for (const detector of waiting.toSorted((a, b) => Number(b === shown) - Number(a === shown))) {
    const request = runRequestOf(state, detector);
    if (!request) continue;
    const key = keyOfRun(request);
    const card = detectorCardOf(detector);
    const isApart = card !== undefined && runsApart(card, request.recipe.rowKind);
    // Two that are set up alike share a run.
    const isTaken = [...running].some((one) => one.key === key || (!isApart && !one.isApart));
    if (!isTaken) return { detector, request, key, isApart };
  }
  return null;
}
