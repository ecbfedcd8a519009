import { useEffect, useState } from "react";
import type { Parts } from "../../core/score/agreement";
import type { DetectorResult } from "../../state/use-panel";
import { useAsk } from "../../state/use-session";

/** Which rows are flagged by exactly which detectors, worked out where the scores are; null until it is there. */
export function useFlaggedParts(panel: readonly DetectorResult[]): Parts | null {
  const { split } = useAsk();
  const [found, setFound] = useState<{ panel: readonly DetectorResult[]; parts: Parts } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    split(panel.map(({ result, threshold }) => ({ run: result.key, threshold: threshold.value }))).then(
      (parts) => {
        if (isCurrent) setFound({ panel, parts });
      },
      // A run was forgotten or the worker replaced: new results will ask again.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [split, panel]);
  // Of other detectors the parts would be told under the wrong names; of other thresholds they stay until the new are there.
  return found?.panel.length === panel.length &&
    panel.every(({ detector }, at) => found.panel[at]?.detector === detector)
    ? found.parts
    : null;
}
