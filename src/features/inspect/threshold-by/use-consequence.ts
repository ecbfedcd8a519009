import { useMemo } from "react";
import { isByTruth, type Consequence } from "../../../core/score/consequence";
import type { ConsequenceRequest, ConsequenceThreshold, RefusedThreshold, RunResult } from "../../../engine/protocol";
import { isOnlyMarked } from "../../../state/known-truth";
import { marksCover } from "../../../state/marks-cover";
import { useCall } from "../../../state/use-call";
import type { Query } from "../../../state/use-query";
import { useSession } from "../../../state/use-session";
import { useTruth } from "../../../state/use-truth";

const REST_MS = 150;

/** Where a threshold lies that brings what is wanted, in one result. */
export function useConsequence(
  result: RunResult,
  by: Consequence | null,
): Query<ConsequenceRequest, ConsequenceThreshold | RefusedThreshold> {
  const { counting, request: known } = useTruth();
  const isPartial = useSession(({ marked }) => isOnlyMarked(counting) && !marksCover(marked, result.order));
  const request = useMemo<ConsequenceRequest | null>(() => {
    if (!by) return null;
    if (!isByTruth(by)) return { run: result.key, by };
    return { run: result.key, by, ...(known && { known }), ...(isPartial && { isPartial }) };
  }, [result.key, by, known, isPartial]);
  return useCall("thresholdBy", request, { restMs: REST_MS });
}
