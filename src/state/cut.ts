import { countAtOrAbove, thresholdOf, verdictOf, type ThresholdRule, type Verdict } from "../core/score/threshold";
import type { RunResult } from "../engine/protocol";
import { cutRuleOf } from "./choices";
import type { RunState, SessionState } from "./session-state";

/** Where strange begins for one result. */
export interface Cut {
  readonly rule: ThresholdRule;
  readonly value: number;
  /** Rows with score >= value: the first `count` of `result.order`. */
  readonly count: number;
}

const cuts = new WeakMap<RunResult, Map<ThresholdRule["kind"], Cut>>();

/** Whether the named cuts agree. */
export function cutVerdictOf(result: RunResult): Verdict {
  return verdictOf(result.suggestions, result.sorted.length);
}

/** The cut that `rule` makes in a result; the same object while nothing changed. */
export function cutOf(result: RunResult, rule: ThresholdRule): Cut {
  const ofResult = cuts.get(result) ?? new Map<ThresholdRule["kind"], Cut>();
  cuts.set(result, ofResult);
  const known = ofResult.get(rule.kind);
  // Every "suggested" is the same cut; a selector must answer with the same object while nothing changed.
  if (known && (known.rule === rule || rule.kind === "suggested")) return known;
  const value = thresholdOf(result.sorted, rule, result.suggestions);
  const cut = { rule, value, count: countAtOrAbove(result.sorted, value) };
  ofResult.set(rule.kind, cut);
  return cut;
}

/** The run on screen. */
export function shownRunOf(state: SessionState): RunState | null {
  return state.runs[state.history.present.shown] ?? null;
}

/** The result on screen, perhaps stale; null before there is one. */
export function shownResultOf(state: SessionState): RunResult | null {
  return shownRunOf(state)?.result ?? null;
}

/** The cut on screen; null before there is a result. */
export function shownCutOf(state: SessionState): Cut | null {
  const result = shownResultOf(state);
  return result && cutOf(result, cutRuleOf(state.history.present, state.history.present.shown));
}

/** How many fitted rows there are and how many the cut flags, without touching them. */
export function flaggedRowsOf(result: RunResult, cut: Cut): Uint32Array {
  return result.order.subarray(0, cut.count);
}
