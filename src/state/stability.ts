import type { Stability } from "../core/score/stability";
import type { RunResult } from "../engine/protocol";
import { shownRunOf } from "./threshold";
import type { Reruns, SessionState } from "./session-state";

/** Runs beside the one that is there: five in all. */
export const OTHER_SEEDS = 4;

/** The runs of a result with other seeds; null where none were asked for. */
export function rerunsOf({ reruns }: SessionState, result: RunResult | null): Reruns | null {
  const found = result && reruns[result.key];
  return found?.of === result ? found : null;
}

/** How far the result on screen holds with other seeds; null before that is known, and while the result is stale. */
export function shownStabilityOf(state: SessionState): Stability | null {
  const run = shownRunOf(state);
  return run && !run.stale ? (rerunsOf(state, run.result)?.found?.stability ?? null) : null;
}
