import type { CallTools, Handlers } from "../calls/host";
import type { SeriesCalls } from "../calls/series";
import type { Parts } from "../parts";
import { expectationOf } from "./expected";
import { stretchesCsv } from "./export-stretches";
import { detailOf, stepAt } from "./series-detail";
import { autocorrelationFor, overviewOf } from "./series-overview";
import { stretchesOfRun } from "./series-stretches";

/** How calls about series are done. */
export function seriesCalls({ tables, runs, inputFor, seriesOf }: Parts): Handlers<SeriesCalls> {
  /** A run, its series, and what it expected there. */
  async function expectedIn(key: string, tools: CallTools) {
    const run = runs.get(key);
    const series = await seriesOf(run.table.id, run.request.recipe, tools);
    return { run, series, expectation: await expectationOf(run, inputFor(tools), series, tools) };
  }

  return {
    async seriesOverview({ dataset, recipe, channel, buckets }, tools) {
      return overviewOf(tables.get(dataset), recipe, await seriesOf(dataset, recipe, tools), channel, buckets);
    },
    async autocorrelation({ dataset, recipe, series, channel }, tools) {
      return autocorrelationFor(await seriesOf(dataset, recipe, tools), series, channel);
    },
    async seriesDetail(request, tools) {
      const { run, series, expectation } = await expectedIn(request.run, tools);
      return detailOf(run, series, expectation, request);
    },
    async stepOf({ run: key, row }, tools) {
      const run = runs.get(key);
      return stepAt(await seriesOf(run.table.id, run.request.recipe, tools), row);
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
