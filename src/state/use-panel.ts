import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { RunResult } from "../engine/protocol";
import { thresholdRuleOf } from "./choices";
import { thresholdOf, type Threshold } from "./threshold";
import { doneDetectorsOf, verdictOn } from "./panel";
import { useSession } from "./use-session";

/** A detector that is done, with its result and its own threshold. */
export interface DetectorResult {
  readonly detector: string;
  readonly result: RunResult;
  readonly threshold: Threshold;
}

/** Every picked detector that is done; the same array while nothing changed. */
export function usePanel(): readonly DetectorResult[] {
  const detectors = useSession(useShallow(doneDetectorsOf));
  const results = useSession(
    useShallow((state) => doneDetectorsOf(state).flatMap((detector) => state.runs[detector]?.result ?? [])),
  );
  const thresholds = useSession((state) => state.history.present.thresholds);
  return useMemo(
    () =>
      results.map((result, at) => {
        const detector = detectors[at] ?? result.request.detector;
        return { detector, result, threshold: thresholdOf(result, thresholdRuleOf({ thresholds }, detector)) };
      }),
    [detectors, results, thresholds],
  );
}

/** Which detectors that are done flag a row, and which of those that scored it do not. */
export interface Votes {
  readonly flagging: readonly string[];
  readonly passing: readonly string[];
}

/** The votes on a row; null while fewer than two detectors are done, and for a row that nobody scored. */
export function useVotes(row: number): Votes | null {
  const flagging = useSession(
    useShallow((state) => doneDetectorsOf(state).filter((id) => verdictOn(state, id, row) === true)),
  );
  const passing = useSession(
    useShallow((state) => doneDetectorsOf(state).filter((id) => verdictOn(state, id, row) === false)),
  );
  const canVote = useSession((state) => doneDetectorsOf(state).length > 1);
  return canVote && flagging.length + passing.length > 0 ? { flagging, passing } : null;
}
