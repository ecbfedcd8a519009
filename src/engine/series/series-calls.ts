import type { CallTools, Handlers } from "../calls/host";
import type { SeriesCalls } from "../calls/series";
import type { Parts } from "../parts";
import { preparing } from "../preparing";
import { rowsBetween } from "../../core/series/rows-between";
import { stretchesCsv } from "./export-stretches";
import { detailOf, stepAt } from "./series-detail";
import { autocorrelationFor, overviewOf } from "./series-overview";
import { stretchesOfRun } from "./series-stretches";

/** How calls about series are done. */
export function seriesCalls({ tables, runs, kinds, seriesOf }: Parts): Handlers<SeriesCalls> {
  /** A run, its series, and what it expected there. */
  async function expectedIn(key: string, tools: CallTools) {
    const run = runs.get(key);
    return { run, ...(await kinds.series.expectedIn(run, tools)) };
  }

  return {
    async seriesOverview({ dataset, recipe, ...asked }, tools) {
      const table = tables.get(dataset);
      return overviewOf(table, recipe, await kinds.series.prepared(table, recipe, preparing(tools)), asked);
    },
    async autocorrelation({ dataset, recipe, series, channel }, tools) {
      const prepared = await kinds.series.prepared(tables.get(dataset), recipe, preparing(tools));
      return autocorrelationFor(prepared, series, channel);
    },
    async seriesDetail(request, tools) {
      const { run, series, expectation } = await expectedIn(request.run, tools);
      return detailOf(run, series, expectation, request);
    },
    async stepOf({ run: key, row }, tools) {
      return stepAt((await seriesOf(key, tools)).series, row);
    },
    async rowsBetween({ run: key, series, from, to }, tools) {
      return rowsBetween((await seriesOf(key, tools)).series, series, from, to);
    },
    async stretches(request, tools) {
      const { run, series, expectation } = await expectedIn(request.run, tools);
      return stretchesOfRun(run, series, expectation, request);
    },
    async exportStretches(request, tools) {
      const { run, series, expectation } = await expectedIn(request.run, tools);
      const { stretches } = stretchesOfRun(run, series, expectation, request);
      return stretchesCsv(run, series, stretches, request);
    },
  };
}
