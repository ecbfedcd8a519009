import type { EvaluationCalls } from "../calls/evaluation";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";
import { preparing } from "../preparing";
import { vusOfRun } from "../series/vus-of-run";
import { createCheckpoint } from "../yield-to-events";
import { evaluateRun } from "./evaluate-run";

/** How calls about the agreement with labels are done. */
export function evaluationCalls({ runs, kinds, seriesOf }: Parts): Handlers<EvaluationCalls> {
  return {
    async evaluate({ run, threshold, series: by }, tools) {
      return evaluateRun(runs.get(run), threshold, by ?? null, kinds, preparing(tools));
    },
    async vus({ run: key, windows }, tools) {
      const { run, series } = await seriesOf(key, tools);
      return vusOfRun(
        run,
        series,
        windows,
        createCheckpoint(tools, () => "rank"),
      );
    },
  };
}
