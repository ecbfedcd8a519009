import { useDeferredValue } from "react";
import type { RunResult } from "../engine/protocol";
import { thresholdRuleOf } from "./choices";
import { thresholdOf, shownResultOf, type Threshold } from "./threshold";
import { useSession } from "./use-session";

/**
 * The result on screen. A new one is rendered in slices between frames, so that drawing its charts never
 * blocks a key or a drag; until then the one before stays.
 */
export function useShownResult(): RunResult | null {
  return useDeferredValue(useSession(shownResultOf));
}

/** The threshold that the present choices make in a result; never deferred, because it follows the hand. */
export function useThresholdIn(result: RunResult): Threshold {
  const rule = useSession((state) => thresholdRuleOf(state.history.present, result.request.detector));
  return thresholdOf(result, rule);
}

/** The same a moment later: for what may follow the hand after the count and the line have. */
export function useLateThresholdIn(result: RunResult): Threshold {
  return useDeferredValue(useThresholdIn(result));
}
