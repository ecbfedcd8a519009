import type { EvaluationCalls } from "../calls/evaluation";
import type { ThresholdCalls } from "../calls/thresholds";
import type { Handlers } from "../calls/host";
import type { Parts } from "../parts";
import { preparing } from "../preparing";
import { vusOfRun } from "../series/vus-of-run";
import { createCheckpoint } from "../yield-to-events";
import { labelValuesIn } from "../truth/labelled";
import { leaksOf } from "../truth/leaks";
import { evaluateRun } from "./evaluate-run";
import { judgeRuns } from "./judge-runs";
import { thresholdBy } from "./threshold-by";

/** How calls about the agreement with labels are done. */
export function evaluationCalls({ tables, runs, kinds, seriesOf }: Parts): Handlers<EvaluationCalls & ThresholdCalls> {
  return {
    async labelValues({ dataset, column }) {
      return labelValuesIn(tables.get(dataset).dataset.columns[column]);
    },
    async leaks({ dataset, column, strange }, tools) {
      return leaksOf(tables.get(dataset), column, strange ?? null, preparing(tools));
    },
    async evaluate({ run, threshold, series, strange }, tools) {
      const by = { strange: strange ?? null, series: series ?? null };
      return evaluateRun(runs.get(run), threshold, by, kinds, preparing(tools));
    },
    async judge(request, tools) {
      return judgeRuns(
        request.detectors.map((one) => runs.get(one.run)),
        request,
        kinds,
        preparing(tools),
      );
    },
    thresholdBy: async (request, tools) => thresholdBy(runs.get(request.run), request, kinds, preparing(tools)),
    async vus({ run: key, windows, strange }, tools) {
      const { run, series } = await seriesOf(key, tools);
      return vusOfRun(
        run,
        series,
        { windows, strange: strange ?? null },
        createCheckpoint(tools, () => "rank"),
      );
    },
  };
}
