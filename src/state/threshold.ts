import { leastEvidenceIn } from "../core/score/calibrated";
import {
  countAtOrAbove,
  thresholdMovedBy,
  thresholdValueOf,
  verdictOf,
  type ThresholdRule,
  type Verdict,
} from "../core/score/threshold";
import type { RunResult } from "../engine/protocol";
import { thresholdRuleOf } from "./choices";
import type { RunState, SessionState } from "./session-state";

/** Where strange begins for one result. */
export interface Threshold {
  readonly rule: ThresholdRule;
  readonly value: number;
  /** Rows with score >= value: the first `count` of `result.order`. */
  readonly count: number;
}

const thresholds = new WeakMap<RunResult, Map<ThresholdRule["kind"], Threshold>>();

/** Whether the named thresholds agree. */
export function thresholdVerdictOf(result: RunResult): Verdict {
  return verdictOf(result.suggestions, result.sorted.length);
}

/** The threshold that `rule` makes in a result; the same object while nothing changed. */
export function thresholdOf(result: RunResult, rule: ThresholdRule): Threshold {
  const ofResult = thresholds.get(result) ?? new Map<ThresholdRule["kind"], Threshold>();
  thresholds.set(result, ofResult);
  const known = ofResult.get(rule.kind);
  // Every "suggested" is the same threshold; a selector must answer with the same object while nothing changed.
  if (known && (known.rule === rule || rule.kind === "suggested")) return known;
  // Found in another result, it says nothing of this one, for which it is on its way.
  const holds = rule.kind !== "by" || isFoundIn(rule.of, result);
  const value = valueOf(result, holds ? rule : SUGGESTED);
  const threshold = { rule, value, count: countAtOrAbove(result.sorted, value) };
  ofResult.set(rule.kind, threshold);
  return threshold;
}

const SUGGESTED: ThresholdRule = { kind: "suggested" };
/** Between the key of a result and what was known of its rows. */
const KEY_SEPARATOR = " / ";

/** Where a threshold by what it brings was found: in a result, by what was known of its rows. */
export function foundIn(result: RunResult, known: string): string {
  return `${result.key}${KEY_SEPARATOR}${known}`;
}

function isFoundIn(of: string, result: RunResult): boolean {
  return of.startsWith(`${result.key}${KEY_SEPARATOR}`);
}

/** So many rows of evidence, or such a share, are at most those that have any. */
function valueOf({ sorted, suggestions, calibration }: RunResult, rule: ThresholdRule): number {
  const value = thresholdValueOf(sorted, rule, suggestions);
  const isCounted = rule.kind === "top-k" || rule.kind === "share";
  return calibration && isCounted ? Math.max(value, leastEvidenceIn(sorted)) : value;
}

/**
 * The threshold so many rows further along a ranking, ties together; null where it would have to take all that have no
 * evidence at all, of which none comes next.
 */
export function thresholdFurther(
  { sorted, calibration }: RunResult,
  { value }: Threshold,
  rows: number,
): number | null {
  const further = thresholdMovedBy(sorted, value, rows);
  if (!calibration || further > 0) return further;
  const least = leastEvidenceIn(sorted);
  return least < value ? least : null;
}

/** Id of the instance that made a result; of several that share one, the one on screen. */
export function ownerOf({ runs, history }: SessionState, result: RunResult): string {
  const { shown } = history.present;
  if (runs[shown]?.result === result) return shown;
  return Object.keys(runs).find((id) => runs[id]?.result === result) ?? result.request.detector;
}

/** The run on screen. */
export function shownRunOf(state: SessionState): RunState | null {
  return state.runs[state.history.present.shown] ?? null;
}

/** The result on screen, perhaps stale; null before there is one. */
export function shownResultOf(state: SessionState): RunResult | null {
  return shownRunOf(state)?.result ?? null;
}

/** The threshold on screen; null before there is a result. */
export function shownThresholdOf(state: SessionState): Threshold | null {
  const result = shownResultOf(state);
  return result && thresholdOf(result, thresholdRuleOf(state.history.present, state.history.present.shown));
}

/** How many fitted rows there are and how many the threshold flags, without touching them. */
export function flaggedRowsOf(result: RunResult, threshold: Threshold): Uint32Array {
  return result.order.subarray(0, threshold.count);
}
