import { CONSENSUS } from "../core/detect/run-key";
import { findingsIdOf, rankingOf } from "./borderline";
import { canCombine, thresholdRuleOf } from "./choices";
import type { SessionContext } from "./session-context";
import type { SessionState } from "./session-state";
import { thresholdOf } from "./threshold";

/**
 * What a table opens on: what stands out for sure, and where nothing does the ranking, once it is there. It is no step of
 * the history, so that undo does not lead to an empty screen, and happens only while a person has chosen nothing.
 */
export function opensOnRanking(context: SessionContext): () => void {
  return context.store.subscribe((state, before) => {
    if (state.runs === before.runs) return;
    const id = betterFirst(state);
    if (id === null) return;
    const { history } = state;
    context.store.setState({ history: { ...history, present: { ...history.present, shown: id } } });
  });
}

/** Id of the ranking that is to be shown in place of findings that are none; null where all stays as it is. */
function betterFirst(state: SessionState): string | null {
  const { history, runs, dataset } = state;
  const found = findingsIdOf(state);
  const isUntouched = history.past.length === 0 && history.future.length === 0;
  if (!isUntouched || found === null || history.present.shown !== found) return null;
  const { status, result } = runs[found] ?? {};
  if (status !== "done" || !result || result.request.dataset !== dataset?.id) return null;
  if (thresholdOf(result, thresholdRuleOf(history.present, found)).count > 0) return null;
  const ranking = rankingOf(state);
  return ranking !== null && isSettled(state, ranking.id) ? ranking.id : null;
}

/** No detector is to come, and a consensus that can be made is there or failed. */
function isSettled({ runs, history }: SessionState, ranking: string): boolean {
  const { picked } = history.present;
  const isAwaited = (id: string) => ["waiting", "running"].includes(runs[id]?.status ?? "waiting");
  return runs[ranking]?.status === "done" && !(canCombine(picked) ? [...picked, CONSENSUS] : picked).some(isAwaited);
}
