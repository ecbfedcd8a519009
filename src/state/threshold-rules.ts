import { isByTruth } from "../core/score/consequence";
import type { ThresholdRule } from "../core/score/threshold";
import type { ConsequenceRequest, RunResult } from "../engine/protocol";
import { askOver } from "./ask";
import { countingSources, isOnlyMarked, knownBySources } from "./known-truth";
import { marksCover } from "./marks-cover";
import type { SessionContext } from "./session-context";
import type { SessionState } from "./session-state";
import { foundIn } from "./threshold";

type ByConsequence = Extract<ThresholdRule, { readonly kind: "by" }>;

/** What the engine is asked for a threshold by what it brings. */
function consequenceRequestOf(state: SessionState, result: RunResult, by: ByConsequence["by"]): ConsequenceRequest {
  if (!isByTruth(by)) return { run: result.key, by };
  const sources = countingSources(state);
  const known = knownBySources(sources, state.marked, state.history.present);
  const isPartial = isOnlyMarked(sources) && !marksCover(state.marked, result.order);
  return { run: result.key, by, ...(known && { known }), ...(isPartial && { isPartial }) };
}

/**
 * Keeps thresholds where they bring what was asked of them: found again for every new result, and by what is known
 * once that changes. It is no step of the history: the rule is what a person chose.
 */
export function followThresholdRules(context: SessionContext): void {
  const { store } = context;
  const ask = askOver(context.engine, store);
  /** What is being asked, by id of the instance. */
  const asked = new Map<string, string>();

  function look(state: SessionState): void {
    for (const [id, rule] of Object.entries(state.history.present.thresholds)) {
      const run = state.runs[id];
      if (rule.kind !== "by" || run?.status !== "done" || !run.result || run.stale) continue;
      if (run.result.request.dataset !== state.dataset?.id) continue;
      const of = foundIn(run.result, knownOf(state, rule));
      const question = `${of} ${JSON.stringify(rule.by)}`;
      if (of === rule.of || asked.get(id) === question) continue;
      asked.set(id, question);
      void find(id, rule, of, consequenceRequestOf(state, run.result, rule.by));
    }
  }

  async function find(id: string, rule: ByConsequence, of: string, request: ConsequenceRequest): Promise<void> {
    const found = await ask("thresholdBy", request).catch(() => null);
    asked.delete(id);
    const { history } = store.getState();
    const { thresholds } = history.present;
    if (found?.kind !== "threshold" || thresholds[id] !== rule) return;
    const present = { ...history.present, thresholds: { ...thresholds, [id]: { ...rule, value: found.value, of } } };
    store.setState({ history: { ...history, present } });
  }

  store.subscribe((state, before) => {
    const isSame =
      state.runs === before.runs && state.history.present === before.history.present && state.marked === before.marked;
    if (!isSame) look(state);
  });
}

/** Tells what is known from what was known before, as far as a rule hangs on it. */
function knownOf(state: SessionState, { by }: ByConsequence): string {
  if (!isByTruth(by)) return "";
  const { truth, labelled } = state.history.present;
  const marks = [...state.marked.byRow.values()].reduce((sum, { at }) => sum + at, 0);
  const sources = countingSources(state);
  return JSON.stringify([
    sources,
    truth?.strange,
    labelled?.entry,
    sources.includes("marks") ? [state.marked.byRow.size, marks] : null,
  ]);
}
