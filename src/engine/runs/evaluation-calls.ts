import type { EvaluationCalls } from "../calls/evaluation";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";
import { vusOfRun } from "../series/vus-of-run";
import { createCheckpoint } from "../yield-to-events";
import { evaluateRun } from "./evaluate-run";

/** How calls about the agreement with labels are done. */
export function evaluationCalls({ runs, seriesOf }: Parts): Handlers<EvaluationCalls> {
  return {
    async evaluate({ run: key, threshold, series: truth }, tools) {
      const run = runs.get(key);
      if (!truth) return evaluateRun(run, threshold, null);
      const series = await seriesOf(run.table.id, run.request.recipe, tools);
      return evaluateRun(run, threshold, { ...truth, series });
    },
    async vus({ run: key, windows }, tools) {
      const run = runs.get(key);
      const series = await seriesOf(run.table.id, run.request.recipe, tools);
      return vusOfRun(
        run,
        series,
        windows,
        createCheckpoint(tools, () => "rank"),
      );
    },
  };
}
