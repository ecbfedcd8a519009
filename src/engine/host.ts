import { cellOf } from "../core/data/column";
import { Failure } from "../core/data/failure";
import type { Recipe } from "../core/prepare/recipe";
import { sourceRowOf } from "../core/data/dataset";
import { sniffTable } from "../io/read/sniff-table";
import { detectorById } from "../detectors/registry";
import { agreeRuns } from "./runs/agree-runs";
import { countsFor, splitRuns } from "./runs/flagged-by";
import { createCheckpoint } from "./yield-to-events";
import type { CallTools, Host } from "./calls";
import { eventScoresOf } from "./series/event-scores";
import { eventSequencesOf, eventsShapeOf } from "./series/event-sequences";
import { expectationOf } from "./series/expected";
import { explainRows } from "./explain/explain-rows";
import { exportRows } from "./rows/export-rows";
import { stretchesCsv } from "./series/export-stretches";
import { fidelityOf } from "./explain/fidelity-of";
import { evaluateRun } from "./runs/evaluate-run";
import { createInputs, refusalOf } from "./inputs";
import { nearestRow, mapPointsOf } from "./rows/looked-at";
import { createNetworks } from "./images/networks";
import { createImageCalls } from "./images/image-calls";
import { previewOf } from "./rows/preview-matrix";
import { projectRows } from "./rows/project";
import { createQueue } from "./queue";
import { rerun, stabilityOfRun } from "./runs/reruns";
import { createRuns } from "./runs/runs";
import { detailOf, stepAt } from "./series/series-detail";
import { autocorrelationFor, overviewOf, seriesShapeOf } from "./series/series-overview";
import { stretchesOfRun } from "./series/series-stretches";
import { vusOfRun } from "./series/vus-of-run";
import type { StoredRun } from "./runs/stored-run";
import { createTables } from "./tables";
import { viewRows } from "./rows/view-rows";

const quiet = (tools: CallTools) => ({ ...tools, progress: () => undefined });

/** Where the data lives and the work is done. Runs wait for each other; everything else is answered between their checkpoints. */
export function createHost(): Host {
  const tables = createTables();
  const networks = createNetworks();
  const inputs = createInputs(networks);
  const runs = createRuns(tables, inputs);
  const inTurn = createQueue();
  const preparing = (tools: CallTools) => createCheckpoint(quiet(tools), () => "prepare");
  const inputFor = (tools: CallTools) => (run: StoredRun) => runs.inputOf(run, quiet(tools));
  const seriesOf = (id: string, recipe: Recipe, tools: CallTools) =>
    inputs.shaped.series(tables.get(id), recipe, seriesShapeOf(recipe), preparing(tools));

  /** A run's series, and what it expected there. */
  async function expectedIn(run: StoredRun, tools: CallTools) {
    const series = await seriesOf(run.table.id, run.request.recipe, tools);
    return { series, expectation: await expectationOf(run, inputFor(tools), series, quiet(tools)) };
  }

  return {
    sniff: ([source, fixed]) => sniffTable(source, fixed),
    open: ([source, plan], tools) => tables.open(source, plan, tools),
    async close([id]) {
      tables.close(id);
      runs.forgetTable(id);
      inputs.forgetTable(id);
    },
    run: ([request], tools) => inTurn(() => runs.make(request, tools)),
    // Not in turn: it takes a moment, and must not wait for a training that it does not need.
    combine: ([request], tools) => runs.combine(request, tools),
    async agree([keys], tools) {
      return agreeRuns(
        keys.map((key) => runs.get(key)),
        createCheckpoint(quiet(tools), () => "rank"),
      );
    },
    async split([flagged]) {
      return splitRuns(flagged.map(({ run, threshold }) => ({ run: runs.get(run), threshold })));
    },
    rerun: ([key, seed], tools) => inTurn(() => rerun(runs.get(key), seed, inputs, tools)),
    async stability([key, rule]) {
      return stabilityOfRun(runs.get(key), rule);
    },
    async forget([key]) {
      runs.forget(key);
    },
    async preview([request], tools) {
      const table = tables.get(request.dataset);
      const detector = detectorById(request.detector);
      if (!detector) throw new Failure({ code: "unexpected", values: { detail: "unknown detector" } });
      const refusal = refusalOf(detector, request.recipe);
      if (refusal) throw new Failure({ code: refusal, values: { detector: detector.label } });
      return previewOf(await inputs.get(table, request.recipe, detector, preparing(tools)), request.recipe);
    },
    async page([id, rows]) {
      const { dataset } = tables.get(id);
      return Array.from(rows, (row) => dataset.columns.map((column) => cellOf(column, row)));
    },
    view([request], tools) {
      const { dataset } = tables.get(request.dataset);
      const run = request.run === null ? null : runs.get(request.run);
      return viewRows(
        dataset,
        run?.result ?? null,
        request,
        countsFor(request, run, (key) => runs.get(key)),
        createCheckpoint(quiet(tools), () => "rank"),
      );
    },
    async explain([key, rows], tools) {
      return explainRows(runs.get(key), inputFor(tools), rows, quiet(tools));
    },
    fidelity: async ([key, row, named], tools) => fidelityOf(runs.get(key), row, named, inputFor(tools), quiet(tools)),
    async nearest([key, row, threshold], tools) {
      const run = runs.get(key);
      const found = await nearestRow(run, await inputFor(tools)(run), inputs, row, threshold, preparing(tools));
      if (found === null) return null;
      const { dataset } = run.table;
      return {
        row: found,
        sourceRow: sourceRowOf(dataset, found),
        cells: dataset.columns.map((column) => cellOf(column, found)),
      };
    },
    async evaluate([key, threshold, truth], tools) {
      const run = runs.get(key);
      if (!truth) return evaluateRun(run, threshold, null);
      const series = await seriesOf(run.table.id, run.request.recipe, tools);
      return evaluateRun(run, threshold, { ...truth, series });
    },
    async vus([key, windows], tools) {
      const run = runs.get(key);
      const series = await seriesOf(run.table.id, run.request.recipe, tools);
      return vusOfRun(
        run,
        series,
        windows,
        createCheckpoint(quiet(tools), () => "rank"),
      );
    },
    async project([key, axes, limit], tools) {
      const run = runs.get(key);
      const ground = await mapPointsOf(run, await inputFor(tools)(run), inputs, preparing(tools));
      return projectRows({ dataset: run.table.dataset, ...ground, run: run.result }, axes, limit);
    },
    async seriesOverview([{ dataset, recipe, channel, buckets }], tools) {
      return overviewOf(tables.get(dataset), recipe, await seriesOf(dataset, recipe, tools), channel, buckets);
    },
    async autocorrelation([dataset, recipe, series, channel], tools) {
      return autocorrelationFor(await seriesOf(dataset, recipe, tools), series, channel);
    },
    async seriesDetail([request], tools) {
      const run = runs.get(request.run);
      const { series, expectation } = await expectedIn(run, tools);
      return detailOf(run, series, expectation, request);
    },
    async stepOf([key, row], tools) {
      const run = runs.get(key);
      return stepAt(await seriesOf(run.table.id, run.request.recipe, tools), row);
    },
    async stretches([request], tools) {
      const run = runs.get(request.run);
      const { series, expectation } = await expectedIn(run, tools);
      return stretchesOfRun(run, series, expectation, request);
    },
    async exportStretches([request], tools) {
      const run = runs.get(request.run);
      const { series, expectation } = await expectedIn(run, tools);
      const { stretches } = stretchesOfRun(run, series, expectation, request);
      return stretchesCsv(run, series, stretches, request);
    },
    async eventSequences([dataset, recipe]) {
      return eventSequencesOf(await inputs.shaped.events(tables.get(dataset), recipe, eventsShapeOf(recipe)));
    },
    ...createImageCalls({ tables, inputs, networks, runOf: (key) => runs.get(key), inputFor }),
    async eventScores([key], tools) {
      return eventScoresOf(runs.get(key), inputFor(tools), quiet(tools));
    },
    async exportCsv([request], tools) {
      return exportRows(runs.get(request.run), inputFor(tools), request, tools);
    },
  };
}
