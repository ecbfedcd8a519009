import { CONSENSUS } from "../core/detect/run-key";
import { findingsIdOf, rankingOf } from "./borderline";
import { hasUsualSet } from "./brought";
import type { RunResult } from "../engine/protocol";
import { canCombine, instanceOf, membersOf, thresholdRuleOf } from "./choices";
import { findingsDetectorOf } from "./kinds/kinds";
import type { SessionContext } from "./session-context";
import type { SessionState } from "./session-state";
import { thresholdOf } from "./threshold";

/**
 * What a table opens on: what stands out for sure, and where nothing does the ranking, once it is there. Where rows
 * have a ranking only, the quickest detector answers first, and makes room, with a word, for all of them together. It is
 * no step of the history, so that undo does not lead to an empty screen, and happens only while a person has chosen
 * nothing; what is selected stays. Work that was kept with all its results is shown as it was left: what it opens on was
 * decided then.
 */
export function opensOnRanking({ store, choices, announce }: SessionContext) {
  /** The table that is shown as it was left. */
  let asLeft: string | null = null;
  const stop = store.subscribe((state, before) => {
    if (state.runs === before.runs || state.dataset?.id === asLeft) return;
    const together = isBetterTogether(state);
    const id = together ? CONSENSUS : betterFirst(state);
    if (id === null) return;
    const { history } = state;
    store.setState({ history: { ...history, present: { ...history.present, shown: id } } });
    if (!together) return;
    announce("info", { code: "recommend.together", values: { detectors: membersOf(history.present) } });
  });
  return {
    stop,
    /** A table came on screen. @param results those that were kept of it; null where it was read */
    opened(results: readonly RunResult[] | null): void {
      const there = new Set(results?.map(({ request }) => request.detector));
      const isWhole = choices().picked.every((id) => there.has(instanceOf(choices(), id)?.detector ?? id));
      asLeft = isWhole ? (store.getState().dataset?.id ?? null) : null;
    },
  };
}

/** Whether the usual detectors of rows without findings have one answer together, and the quickest is still shown. */
function isBetterTogether(state: SessionState): boolean {
  const { history, runs, dataset } = state;
  const { present, past, future } = history;
  if (!dataset || !present.recipe || past.length > 0 || future.length > 0) return false;
  if (findingsDetectorOf(present.recipe.rowKind) !== null || present.shown !== present.picked[0]) return false;
  const { result, stale } = runs[CONSENSUS] ?? {};
  const isThere = result?.request.dataset === dataset.id && !stale && canCombine(present.picked);
  return isThere && hasUsualSet(dataset, present) && isSettled(state, CONSENSUS);
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
