import type { ComparisonCalls } from "../calls/comparison";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";
import { createCheckpoint } from "../yield-to-events";
import { agreeRuns } from "./agree-runs";
import { splitRuns } from "./flagged-by";

/** How calls about several runs together are done. */
export function comparisonCalls({ runs }: Parts): Handlers<ComparisonCalls> {
  return {
    async agree({ runs: keys }, tools) {
      const all = keys.map((key) => runs.get(key));
      return agreeRuns(
        all,
        createCheckpoint(tools, () => "rank"),
      );
    },
    async split({ flagged }) {
      return splitRuns(flagged.map(({ run, threshold }) => ({ run: runs.get(run), threshold })));
    },
  };
}
