import { useDeferredValue } from "react";
import type { RunResult } from "../engine/protocol";
import { cutRuleOf } from "./choices";
import { cutOf, shownResultOf, type Cut } from "./cut";
import { useSession } from "./use-session";

/**
 * The result on screen. A new one is rendered in slices between frames, so that drawing its charts never
 * blocks a key or a drag; until then the one before stays.
 */
export function useShownResult(): RunResult | null {
  return useDeferredValue(useSession(shownResultOf));
}

/** The cut that the present choices make in a result; never deferred, because it follows the hand. */
export function useCutIn(result: RunResult): Cut {
  const rule = useSession((state) => cutRuleOf(state.history.present, result.request.detector));
  return cutOf(result, rule);
}

/** The same a moment later: for what may follow the hand after the count and the line have. */
export function useLateCutIn(result: RunResult): Cut {
  return useDeferredValue(useCutIn(result));
}
