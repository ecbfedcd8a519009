import { useCallback, useDeferredValue } from "react";
import type { ThresholdRule } from "../core/score/threshold";
import type { RunResult } from "../engine/protocol";
import { thresholdRuleOf } from "./choices";
import { ownerOf, shownResultOf, thresholdOf, type Threshold } from "./threshold";
import { useActions, useSession, useSessionStore } from "./use-session";

/**
 * The result on screen. A new one is rendered in slices between frames, so that drawing its charts never
 * blocks a key or a drag; until then the one before stays.
 */
export function useShownResult(): RunResult | null {
  return useDeferredValue(useSession(shownResultOf));
}

/** The threshold that the present choices make in a result; never deferred, because it follows the hand. */
export function useThresholdIn(result: RunResult): Threshold {
  const rule = useSession((state) => thresholdRuleOf(state.history.present, ownerOf(state, result)));
  return thresholdOf(result, rule);
}

/** The same a moment later: for what may follow the hand after the count and the line have. */
export function useLateThresholdIn(result: RunResult): Threshold {
  return useDeferredValue(useThresholdIn(result));
}

/** Moves the threshold of whoever made a result. */
export function useSetThresholdIn(result: RunResult): (rule: ThresholdRule) => void {
  const store = useSessionStore();
  const { setThreshold } = useActions();
  return useCallback((rule) => setThreshold(ownerOf(store.getState(), result), rule), [store, setThreshold, result]);
}
