import type { Parts } from "../../core/score/agreement";
import type { DetectorResult } from "../../state/use-panel";
import { useQuery, type Query } from "../../state/use-query";
import { useAsk } from "../../state/use-session";

interface OfPanel {
  readonly panel: readonly DetectorResult[];
}

/**
 * Which rows are flagged by exactly which detectors, worked out where the scores are. Of other detectors the parts would
 * be told under the wrong names; of other thresholds they stay, stale.
 */
export function useFlaggedParts(panel: readonly DetectorResult[]): Query<OfPanel, Parts> {
  const ask = useAsk();
  return useQuery<OfPanel, Parts>(
    { panel },
    (about, signal) => {
      const flagged = about.panel.map(({ result, threshold }) => ({ run: result.key, threshold: threshold.value }));
      return ask("split", { flagged }, signal);
    },
    { keep: (earlier, present) => namesOf(earlier) === namesOf(present) },
  );
}

function namesOf({ panel }: OfPanel): string {
  return panel.map(({ detector, result }) => `${result.request.dataset} ${detector}`).join("\n");
}
